-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many gifts the customer ?1 was given, and what they cost.
SELECT count(*), coalesce(sum(cost), 0) FROM gift WHERE customer = ?1 AND state = 'given' AND deleted_at IS NULL
