-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The least that was left to pay back of the invoice ?1 on a day on which money went back, from the day ?2 on; below 0: the
-- customer owed.
WITH account (id) AS (SELECT ?1 UNION ALL SELECT id FROM invoice WHERE corrects = ?1),
paid (day, amount) AS (
    SELECT payment.date, payment.amount FROM payment
    WHERE payment.invoice IN (SELECT id FROM account) AND payment.deleted_at IS NULL),
moved (day, amount) AS (
    SELECT issued, -payable FROM invoice WHERE id = ?1
    UNION ALL
    SELECT issued, payable + coalesce(prepaid, 0) FROM invoice WHERE corrects = ?1 AND number IS NOT NULL
    UNION ALL
    SELECT day, amount FROM paid)
SELECT min((SELECT sum(amount) FROM moved WHERE moved.day <= back.day))
FROM paid AS back WHERE back.amount < 0 AND back.day >= ?2
