-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened to what was here, as the history tells it, where the file ?2 of the import ?1 brought more of the kind: to each job,
-- and customer of whom it is; side: 0 it is the shop's, 1 the file brought it, 2 both have it.
WITH brought (job, customer, name) AS (
    SELECT event.job, CASE WHEN event.job IS NULL THEN event.customer END, event.name
    FROM import_row CROSS JOIN event ON event.id = import_row.record
    WHERE import = ?1 AND file = ?2 AND import_row.kind = 'event' AND result = 'new' AND event.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM import_row AS along
                      WHERE along.record = coalesce(event.job, event.customer) AND +along.import = ?1 AND along.file = ?2 AND along.result = 'new')
    GROUP BY 1, 2, 3),
happened (id, owner, name, at, before, after) AS (
    SELECT event.id, event.job, event.name, event.at, event.before, event.after
    FROM brought CROSS JOIN event ON event.job = brought.job AND event.name = brought.name
    WHERE brought.job IS NOT NULL AND event.deleted_at IS NULL
    UNION ALL
    SELECT event.id, event.customer, event.name, event.at, event.before, event.after
    FROM brought CROSS JOIN event ON event.customer = brought.customer AND event.job IS NULL AND event.name = brought.name
    WHERE brought.job IS NULL AND event.deleted_at IS NULL)
SELECT id, owner, name, at, before, after,
       coalesce((SELECT min(CASE result WHEN 'new' THEN 1 ELSE 2 END) FROM import_row WHERE record = happened.id AND +import = ?1 AND file = ?2), 0) AS side
FROM happened ORDER BY owner, name, at, id
