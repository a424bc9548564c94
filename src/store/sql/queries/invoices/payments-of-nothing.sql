-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments of no amount.
SELECT payment.id, invoice.number FROM payment JOIN invoice ON invoice.id = payment.invoice
WHERE payment.amount = 0
