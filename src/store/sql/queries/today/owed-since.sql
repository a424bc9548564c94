-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Since which day the shop has owed the customer of each of the invoices ?1 (a JSON array), by its place in the array:
-- that of the credit note, or of the payment above what was owed, after which it owed without a day between.
WITH owing (place, id) AS MATERIALIZED (SELECT key, value FROM json_each(?1)),
moved (place, day, amount) AS (
    SELECT place, issued, payable FROM owing CROSS JOIN invoice ON invoice.id = owing.id
    UNION ALL
    SELECT place, note.issued, -(note.payable + coalesce(note.prepaid, 0))
    FROM owing CROSS JOIN invoice AS note ON note.corrects = owing.id WHERE note.number IS NOT NULL
    UNION ALL
    SELECT place, max(payment.date, bill.issued), -payment.amount
    FROM owing CROSS JOIN invoice AS bill ON bill.id = owing.id CROSS JOIN payment ON payment.invoice = bill.id
    WHERE payment.deleted_at IS NULL
    UNION ALL
    SELECT place, payment.date, -payment.amount
    FROM owing CROSS JOIN invoice AS note ON note.corrects = owing.id
         CROSS JOIN payment ON payment.invoice = note.id
    WHERE payment.deleted_at IS NULL),
account (place, day, balance) AS (
    SELECT place, day, sum(sum(amount)) OVER (PARTITION BY place ORDER BY day) FROM moved GROUP BY place, day),
even (place, day) AS (SELECT place, max(day) FROM account WHERE balance >= 0 GROUP BY place)
SELECT account.place, min(account.day)
FROM account LEFT JOIN even ON even.place = account.place
WHERE account.balance < 0 AND account.day > coalesce(even.day, '') GROUP BY account.place
