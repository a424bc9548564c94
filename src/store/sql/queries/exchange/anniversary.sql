-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The day of their own that the customer ?1 has under the name ?2, or under its English one.
SELECT date FROM occasion
WHERE customer = ?1 AND name IN (?2, 'Anniversary') AND deleted_at IS NULL
ORDER BY id
LIMIT 1
