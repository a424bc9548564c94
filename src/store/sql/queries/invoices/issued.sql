-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All issued documents in the order of the chain.
SELECT id FROM invoice WHERE number IS NOT NULL ORDER BY issue_order
