-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The files of the import ?1.
SELECT position, name, format, encoding, error, new, merged, doubtful, refused FROM import_file
WHERE import = ?1
ORDER BY position
