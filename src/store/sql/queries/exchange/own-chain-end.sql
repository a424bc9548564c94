-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The end of the chain of issued documents without what the file ?2 of the import ?1 brought.
SELECT issue_order, chain FROM invoice
WHERE number IS NOT NULL AND id NOT IN (
    SELECT record FROM import_row
    WHERE import = ?1 AND file = ?2 AND kind = 'invoice' AND result = 'new' AND record IS NOT NULL)
ORDER BY issue_order DESC
LIMIT 1
