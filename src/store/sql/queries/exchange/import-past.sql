-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest ?1 imports that can be taken back, with their files, one per line, and what they brought.
SELECT import.id, import.at,
       (SELECT group_concat(name, char(10)) FROM import_file WHERE import_file.import = import.id) AS files,
       (SELECT sum(new + doubtful) FROM import_file WHERE import_file.import = import.id) AS new,
       (SELECT sum(merged) FROM import_file WHERE import_file.import = import.id) AS merged
FROM import
WHERE state = 'done'
ORDER BY import.at DESC
LIMIT ?1
