-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Decisions that the file ?2 of the import ?1 brought to let a step go that was here, and that this shop, before anything follows,
-- deleted, took back or let go itself (?3), unless the file knows that; of what it knows was let go there is one decision.
WITH came (id, record, known) AS (
    SELECT deferral.id, deferral.record, coalesce((SELECT max(CASE along.result WHEN 'new' THEN 2 WHEN 'merged' THEN 1 ELSE 0 END) FROM import_row AS along
                                                   WHERE along.record = deferral.record AND +along.import = ?1 AND along.file = ?2), 0)
    FROM import_row CROSS JOIN deferral ON deferral.id = import_row.record
    WHERE import = ?1 AND file = ?2 AND import_row.kind = 'deferral' AND result = 'new' AND rule = 'followup' AND until IS NULL
      AND deferral.deleted_at IS NULL)
SELECT came.id FROM came JOIN followup ON followup.id = came.record
WHERE known < 2 AND ?3 = CASE WHEN followup.deleted_at IS NULL THEN state WHEN followup.id IN taken_back THEN 'taken-back' ELSE 'deleted' END
  AND (known = 0 OR (followup.deleted_at IS NULL AND EXISTS (
      SELECT 1 FROM deferral AS own WHERE own.record = came.record AND own.rule = 'followup' AND own.until IS NULL AND own.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM import_row AS along WHERE along.record = own.id AND +along.import = ?1 AND along.file = ?2))))
