-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The oldest job of the customer ?1 that is in the shop and not ready.
SELECT id FROM job
WHERE customer = ?1 AND status IN ('received', 'waiting', 'working') AND deleted_at IS NULL
ORDER BY received
LIMIT 1
