-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counters of jobs that stand where no shop gets to, as jobs/odd-counters has them, begin anew.
UPDATE counter SET last = 0 WHERE series GLOB 'job-*' AND last NOT BETWEEN 0 AND ?1
  + (SELECT count(*) FROM job
     WHERE number > substr(series, 5) || '-' || ?1 AND number < substr(series, 5) || ':'
       AND length(number) = length(substr(series, 5) || '-' || ?1))
