-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many gifts the customer ?1 was given, and what those cost whose cost is in the currency ?2.
SELECT count(*), coalesce(sum(CASE WHEN currency IS NULL OR currency = ?2 THEN cost END), 0) FROM gift WHERE customer = ?1 AND state = 'given' AND deleted_at IS NULL
