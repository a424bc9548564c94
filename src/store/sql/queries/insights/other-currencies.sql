-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is owed today in currencies other than ?1: by customers, and to them.
SELECT currency, sum(open), sum(back) FROM (
    SELECT currency, payable - coalesce(paid, 0) AS open, 0 AS back FROM invoice INDEXED BY invoice_open
    WHERE state IN ('issued', 'part') AND deleted_at IS NULL AND type = '380' AND currency <> ?1
    UNION ALL
    SELECT currency, 0, to_pay_back FROM invoice INDEXED BY invoice_to_pay_back
    WHERE to_pay_back > 0 AND deleted_at IS NULL AND currency <> ?1)
GROUP BY currency
