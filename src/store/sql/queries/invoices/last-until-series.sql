-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last number of the newest series up to ?1.
SELECT number FROM invoice WHERE series <= ?1 AND number IS NOT NULL ORDER BY series DESC, sequence DESC LIMIT 1
