-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record in the row ?3 of the file ?2 of the import ?1 is no other version after all.
UPDATE import_row SET result = 'merged', reason = NULL
WHERE import = ?1 AND file = ?2 AND row = ?3 AND result = 'refused'
