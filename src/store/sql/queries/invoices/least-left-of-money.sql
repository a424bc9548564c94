-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The least that was left of the money of the invoice ?1 on a day from ?2 on on which some of it went back; below 0: more
-- had gone back than had come in.
WITH paid (day, amount) AS (
    SELECT payment.date, payment.amount FROM payment
    WHERE payment.invoice IN (SELECT ?1 UNION ALL SELECT id FROM invoice WHERE corrects = ?1)
      AND payment.deleted_at IS NULL)
SELECT min((SELECT sum(amount) FROM paid WHERE paid.day <= back.day))
FROM paid AS back WHERE back.amount < 0 AND back.day >= ?2
