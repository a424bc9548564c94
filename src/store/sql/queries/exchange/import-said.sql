-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the file ?2 of the import ?1 said of the record ?3: 0 nothing, 1 it was brought, 2 the same as the shop, 3 something else.
SELECT coalesce(min(CASE result WHEN 'new' THEN 1 WHEN 'merged' THEN 2 ELSE 3 END), 0)
FROM import_row WHERE record = ?3 AND +import = ?1 AND file = ?2
