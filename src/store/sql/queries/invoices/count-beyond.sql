-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many issued documents of the series ?1 have a number beyond ?2, up to ?3.
SELECT count(*) FROM invoice WHERE series = ?1 AND sequence > ?2 AND sequence <= ?3 AND number IS NOT NULL
