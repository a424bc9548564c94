-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last number of the series ?1 that a document has, or that is not there for a reason that is known.
SELECT max(coalesce((SELECT max(sequence) FROM invoice WHERE series = ?1 AND number IS NOT NULL), 0),
           coalesce((SELECT max(last) FROM gap WHERE series = ?1), 0))
