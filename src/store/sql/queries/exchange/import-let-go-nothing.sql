-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Decisions that the file ?2 of the import ?1 brought to let a step go that was here, and is in the state ?3 all the same.
SELECT deferral.id FROM import_row CROSS JOIN deferral ON deferral.id = import_row.record JOIN followup ON followup.id = deferral.record
WHERE import = ?1 AND file = ?2 AND import_row.kind = 'deferral' AND result = 'new' AND rule = 'followup' AND until IS NULL
  AND deferral.deleted_at IS NULL AND followup.deleted_at IS NULL AND followup.state = ?3
  AND NOT EXISTS (SELECT 1 FROM import_row AS along WHERE along.record = followup.id AND +along.import = ?1 AND along.file = ?2 AND along.result = 'new')
