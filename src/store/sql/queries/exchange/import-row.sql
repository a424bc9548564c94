-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What became of a row of a file of an import.
INSERT INTO import_row (import, file, row, line, result, kind, record, name, reason, dropped, before, after)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, 0), ?8, ?9, ?10, ?11, ?12)
