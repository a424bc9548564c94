-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Something is to be said, ?4, of the record ?3 that the file ?2 of the import ?1 brought.
UPDATE import_row SET reason = ?4
WHERE record = ?3 AND +import = ?1 AND file = ?2 AND result = 'new'
