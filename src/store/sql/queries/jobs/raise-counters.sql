-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each year's jobs go on behind the highest number of that year, or where they are if that is more; ?1 is the farthest that
-- counts.
INSERT INTO counter (series, last)
SELECT 'job-' || substr(number, 1, 4), max(CAST(substr(number, 6) AS INTEGER)) FROM job
WHERE number GLOB '[0-9][0-9][0-9][0-9]-[0-9]*' AND length(number) <= 14 AND CAST(substr(number, 6) AS INTEGER) <= ?1
GROUP BY substr(number, 1, 4)
ON CONFLICT (series) DO UPDATE SET last = max(last, excluded.last)
