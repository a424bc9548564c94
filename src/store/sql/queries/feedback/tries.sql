-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often somebody here wrote to or called the customer ?1 since ?2.
SELECT count(*) FROM interaction
WHERE customer = ?1 AND at >= ?2 AND direction = 'out' AND deleted_at IS NULL AND coalesce(automatic, 0) = 0
