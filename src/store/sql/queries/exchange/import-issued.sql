-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The issued documents that the file ?2 of the import ?1 brought, in the order of their chain.
SELECT id FROM invoice
WHERE number IS NOT NULL AND id IN (
    SELECT record FROM import_row WHERE import = ?1 AND file = ?2 AND kind = 'invoice' AND result = 'new')
ORDER BY issue_order
