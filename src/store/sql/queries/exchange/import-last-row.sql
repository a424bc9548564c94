-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last row of the import ?1 before ?2 that made or changed a record and was not taken back, or was kept then. Backwards by id, not by
-- the index of imports (+): each step would sort all rows of the import.
SELECT id, record, kind, result, before, after FROM import_row
WHERE +import = ?1 AND id < ?2 AND record IS NOT NULL AND result <> 'refused' AND coalesce(reverted, 'kept') = 'kept'
ORDER BY id DESC
LIMIT 1
