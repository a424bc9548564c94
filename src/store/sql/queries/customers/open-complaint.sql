-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The oldest complaint of the customer ?1 that is not settled.
SELECT id FROM complaint WHERE customer = ?1 AND resolved IS NULL AND deleted_at IS NULL ORDER BY received LIMIT 1
