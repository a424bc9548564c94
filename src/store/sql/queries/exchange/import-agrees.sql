-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the file ?2 of the import ?1 says of the record ?3 what the shop says by now.
SELECT EXISTS (SELECT 1 FROM import_row
               WHERE record = ?3 AND +import = ?1 AND file = ?2 AND result IN ('new', 'merged'))
