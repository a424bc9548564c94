-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last row by which another import than ?2, one that was taken back, left the record ?1 as it is.
SELECT import_row.id, record, kind, result, before, after FROM import_row JOIN import ON import.id = import_row.import
WHERE record = ?1 AND +import_row.import <> ?2 AND reverted = 'kept' AND import.state = 'reverted'
ORDER BY import_row.id DESC
LIMIT 1
