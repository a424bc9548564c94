-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The number of the document that was issued last.
SELECT number FROM invoice WHERE number IS NOT NULL ORDER BY issue_order DESC LIMIT 1
