-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest day up to ?1 on which a document was issued.
SELECT max(issued) FROM invoice WHERE number IS NOT NULL AND issued <= ?1
