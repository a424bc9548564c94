-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The job of the customer ?1 that has been ready the longest.
SELECT id FROM job WHERE customer = ?1 AND status = 'ready' AND deleted_at IS NULL ORDER BY received LIMIT 1
