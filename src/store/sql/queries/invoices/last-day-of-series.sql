-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The day of the last document of the series ?1.
SELECT issued FROM invoice WHERE series = ?1 AND number IS NOT NULL ORDER BY sequence DESC LIMIT 1
