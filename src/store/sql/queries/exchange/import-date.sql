-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Imports from before ?1 that can still be taken back were run at ?2.
UPDATE import SET at = ?2 WHERE at < ?1 AND state IN ('done', 'reverted')
