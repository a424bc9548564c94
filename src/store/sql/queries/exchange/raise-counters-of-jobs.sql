-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each year's jobs go on behind the highest number of that year that the file ?2 of the import ?1 brought.
INSERT INTO counter (series, last)
SELECT 'job-' || substr(number, 1, 4), max(CAST(substr(number, 6) AS INTEGER))
FROM import_row CROSS JOIN job ON job.id = record
WHERE import = ?1 AND file = ?2 AND import_row.kind = 'job' AND result = 'new'
  AND number GLOB '[0-9][0-9][0-9][0-9]-[0-9]*' AND length(number) <= 14
GROUP BY substr(number, 1, 4)
ON CONFLICT (series) DO UPDATE SET last = max(last, excluded.last)
