-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the import ?1 brought the record ?2 itself, out of whichever of its files.
SELECT EXISTS (SELECT 1 FROM import_row WHERE record = ?2 AND +import = ?1 AND result IN ('new', 'doubtful'))
