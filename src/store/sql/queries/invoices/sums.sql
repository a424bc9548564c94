-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What customers owe, by currency, that of ?2 first: how many issued invoices are not paid, how much of them is open, and
-- the same of those that were due before the day ?1.
SELECT currency, count(*), sum(open), sum(due_date < ?1), sum(CASE WHEN due_date < ?1 THEN open ELSE 0 END)
FROM (SELECT currency, due_date, max(payable - coalesce(paid, 0), 0) AS open
      FROM invoice INDEXED BY invoice_open
      WHERE state IN ('issued', 'part') AND deleted_at IS NULL AND type = '380')
GROUP BY currency ORDER BY currency <> ?2, currency
