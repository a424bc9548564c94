-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments of the days ?1 to ?2 in the currency ?3, the latest first.
SELECT payment.id FROM payment JOIN invoice ON invoice.id = payment.invoice
WHERE payment.date BETWEEN ?1 AND ?2 AND invoice.currency = ?3 AND payment.deleted_at IS NULL
ORDER BY payment.date DESC, payment.id DESC
