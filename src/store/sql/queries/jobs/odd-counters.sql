-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counters of jobs that stand where no shop gets to, ?1 being the farthest, or as many behind it as
-- there are jobs: the counter, where it stands.
SELECT series, last FROM counter WHERE series GLOB 'job-*' AND last NOT BETWEEN 0 AND ?1
  + (SELECT count(*) FROM job
     WHERE number > substr(series, 5) || '-' || ?1 AND number < substr(series, 5) || ':'
       AND length(number) = length(substr(series, 5) || '-' || ?1))
ORDER BY series
