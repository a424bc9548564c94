-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Something is to be said, ?4, of the record ?3 that the file ?2 of the import ?1 brought, beside what is said of it already.
UPDATE import_row SET reason = CASE WHEN reason IS NULL THEN ?4 ELSE reason || ' ' || ?4 END
WHERE record = ?3 AND +import = ?1 AND file = ?2 AND result = 'new'
