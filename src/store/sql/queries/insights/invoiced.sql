-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Issued up to ?1 in the currency ?2, by day; credit notes count against.
SELECT issued, sum(CASE type WHEN '381' THEN -gross ELSE gross END) FROM invoice
WHERE number IS NOT NULL AND issued <= ?1 AND currency = ?2 GROUP BY issued
