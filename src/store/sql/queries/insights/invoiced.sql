-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Issued up to ?1 in the currency ?2, by day; credit notes count against. Then what of it was not to be paid (paid before)
-- or was beyond it (rounding).
SELECT issued, sum(CASE type WHEN '381' THEN -gross ELSE gross END),
       sum(CASE type WHEN '381' THEN gross - payable - coalesce(prepaid, 0) ELSE payable - gross END)
FROM invoice
WHERE number IS NOT NULL AND issued <= ?1 AND currency = ?2 GROUP BY issued
