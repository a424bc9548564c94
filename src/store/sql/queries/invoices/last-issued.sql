-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The end of the chain of issued documents: its place and its seal.
SELECT issue_order, chain FROM invoice
WHERE number IS NOT NULL
ORDER BY issue_order DESC
LIMIT 1
