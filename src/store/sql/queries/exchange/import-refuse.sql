-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the file ?2 of the import ?1 had brought as the record ?3 was refused after all, because ?4.
UPDATE import_row SET result = 'refused', reason = ?4
WHERE record = ?3 AND +import = ?1 AND file = ?2 AND result = 'new'
