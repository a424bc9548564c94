-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that are in the shop and stand in the group ?1 on the day ?2, whose next day is ?3, by what must be done first. This
-- is the one rule of what is late, promised today and so on: every job in the shop is in one group. A part that is waited
-- for does not put off what was promised: on its day, and after it, the job is no more among those that wait. What was
-- cancelled is in the shop until it is handed back.
SELECT id FROM (
  SELECT id, promised, promised_time, received, finished, told,
         CASE WHEN status = 'cancelled' THEN 'here'
              WHEN status = 'ready' THEN 'ready'
              WHEN promised < ?2 THEN 'late'
              WHEN promised = ?2 THEN 'today'
              WHEN status = 'waiting' THEN 'waiting'
              WHEN promised = ?3 THEN 'tomorrow'
              ELSE 'later' END AS stands
  FROM live_job
  WHERE status IN ('received', 'waiting', 'working', 'ready', 'cancelled')
    AND (status <> 'cancelled' OR returned IS NULL))
WHERE stands = ?1
ORDER BY CASE WHEN stands = 'ready' THEN told IS NOT NULL END, CASE WHEN stands = 'ready' THEN finished END,
         promised IS NULL, promised, promised_time IS NULL, promised_time, received, id
