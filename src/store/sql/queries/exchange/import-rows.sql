-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows of the file ?2 of the import ?1, as they stand in it.
SELECT row, line, result, kind, record, name, reason, dropped FROM import_row
WHERE import = ?1 AND file = ?2
ORDER BY row, id
