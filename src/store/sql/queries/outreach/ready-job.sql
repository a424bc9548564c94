-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The job of the customer ?1 that is ready, one that nobody has told of yet first.
SELECT id FROM job
WHERE customer = ?1 AND status = 'ready' AND deleted_at IS NULL
ORDER BY told IS NOT NULL, received DESC
LIMIT 1
