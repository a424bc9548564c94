-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments of another customer than their invoice's.
SELECT payment.id, invoice.number FROM payment JOIN invoice ON invoice.id = payment.invoice
WHERE payment.customer IS NOT invoice.customer
