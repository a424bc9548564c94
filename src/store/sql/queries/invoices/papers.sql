-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every issued document with the checksum of its paper, in the order of the chain.
SELECT id, number, sha256 FROM invoice WHERE number IS NOT NULL ORDER BY issue_order
