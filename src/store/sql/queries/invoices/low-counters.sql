-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Series whose counter stands below a number that was given out: the counter, where it stands, the highest number. Jobs
-- that were deleted keep theirs. What lies beyond ?1 no shop gives out.
SELECT counted.name, coalesce(counter.last, 0), counted.highest
FROM (SELECT 'invoice-' || series AS name, max(sequence) AS highest FROM invoice
      WHERE number IS NOT NULL AND series IS NOT NULL AND sequence <= ?1 GROUP BY series
      UNION ALL
      SELECT 'job-' || substr(number, 1, 4), max(CAST(substr(number, 6) AS INTEGER)) FROM job
      WHERE number GLOB '[0-9][0-9][0-9][0-9]-[0-9]*' AND length(number) <= 14
        AND CAST(substr(number, 6) AS INTEGER) <= ?1
      GROUP BY substr(number, 1, 4)) AS counted
LEFT JOIN counter ON counter.series = counted.name
WHERE coalesce(counter.last, 0) < counted.highest
