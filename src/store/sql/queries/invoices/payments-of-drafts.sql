-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments of what was never issued.
SELECT payment.id, invoice.number FROM payment JOIN invoice ON invoice.id = payment.invoice
WHERE invoice.number IS NULL
