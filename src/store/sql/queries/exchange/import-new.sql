-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The records of the kind ?3 that the file ?2 of the import ?1 brought.
SELECT record FROM import_row WHERE import = ?1 AND file = ?2 AND kind = ?3 AND result = 'new' ORDER BY row, id
