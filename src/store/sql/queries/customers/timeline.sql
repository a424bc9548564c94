-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened with the customer ?1, the latest first, of the kinds in ?2 (",job,invoice,"; NULL: all).
-- The first status of a job is its intake, which the job itself tells.
SELECT at, kind, id FROM timeline
WHERE customer = ?1
  AND NOT (kind = 'event' AND id IN (SELECT id FROM event WHERE customer = ?1 AND name = 'job-status' AND before IS NULL))
  AND (?2 IS NULL OR instr(?2, ',' || kind || ',') > 0)
ORDER BY at DESC, id DESC
