-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What stands here and was made of the same as the record ?3, and of which the file ?2 of the import ?1 knows nothing: a step of
-- the same plan of one job, that of the nearest day, a question after one complaint, the complaint of one answer; 0: none. (What
-- happened: archive-twice.c.)
WITH made (id, away) AS (
    SELECT own.id, abs(julianday(own.due) - julianday(followup.due)) FROM followup
    JOIN followup AS own ON own.job = followup.job AND own.kind = followup.kind AND own.title = followup.title
    WHERE followup.id = ?3 AND followup.source IN ('plan', 'cancelled') AND own.source IN ('plan', 'cancelled')
      AND own.deleted_at IS NULL
    UNION ALL
    SELECT own.id, 0 FROM followup JOIN followup AS own ON own.complaint = followup.complaint
    WHERE followup.id = ?3 AND followup.source = 'complaint' AND own.source = 'complaint' AND own.deleted_at IS NULL
    UNION ALL
    SELECT own.id, 0 FROM complaint JOIN complaint AS own ON own.feedback = complaint.feedback
    WHERE complaint.id = ?3 AND own.deleted_at IS NULL)
SELECT coalesce((
    SELECT id FROM made
    WHERE NOT EXISTS (SELECT 1 FROM import_row WHERE record = made.id AND +import = ?1 AND file = ?2)
    ORDER BY away, id LIMIT 1), 0)
