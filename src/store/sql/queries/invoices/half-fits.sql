-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the payment ?1, which was carried over, and its other half know each other and say the same.
SELECT half.carried IS payment.id AND half.amount IS -payment.amount AND half.deleted_at IS NULL
       AND half.currency IS payment.currency AND half.customer IS payment.customer
       AND half.invoice IS NOT payment.invoice
FROM payment LEFT JOIN payment AS half ON half.id = payment.carried WHERE payment.id = ?1
