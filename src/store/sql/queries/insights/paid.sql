-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Paid up to ?1 for documents in the currency ?2, by day.
SELECT payment.date, sum(payment.amount) FROM payment JOIN invoice ON invoice.id = payment.invoice
WHERE payment.date <= ?1 AND invoice.currency = ?2 AND payment.deleted_at IS NULL GROUP BY payment.date
