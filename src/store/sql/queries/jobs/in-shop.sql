-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The jobs that are in the shop, and what says in which group each stands (care_job_group_of()), in the order that they have
-- in any of them. What was cancelled is in the shop until it is handed back, and has an index of its own for that: most of
-- them have been. Those that are ready are to be told first, then to be collected.
-- ?1: at most so many rows, -1 for all. They are the first of what is to be done: what is in work, then what is ready, then what
-- was cancelled; of the later groups none may be among them.
WITH here AS (
  SELECT id, status, promised, promised_time, told, finished, received FROM live_job
    WHERE status IN ('received', 'waiting', 'working', 'ready')
  UNION ALL
  SELECT id, status, promised, promised_time, told, finished, received FROM live_job
    WHERE status = 'cancelled' AND returned IS NULL)
SELECT id, status, promised FROM here
ORDER BY status = 'cancelled', CASE WHEN status = 'ready' THEN told IS NOT NULL END, CASE WHEN status = 'ready' THEN finished END,
         promised IS NULL, promised, promised_time IS NULL, promised_time, received, id
LIMIT ?1
