-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- An import from before ?1 whose rows are still kept.
SELECT id FROM import
WHERE at < ?1
  AND (state IN ('done', 'reverted')
       OR (state = 'closed' AND EXISTS (SELECT 1 FROM import_row WHERE import = import.id)))
LIMIT 1
