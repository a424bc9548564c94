-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The complaint of the customer ?1 that waits for an answer the longest.
SELECT id FROM complaint
WHERE customer = ?1 AND acknowledged IS NULL AND resolved IS NULL AND deleted_at IS NULL
ORDER BY received
LIMIT 1
