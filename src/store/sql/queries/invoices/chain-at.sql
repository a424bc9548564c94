-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The seal of the document at the place ?1 of the chain.
SELECT chain FROM invoice WHERE number IS NOT NULL AND issue_order = ?1
