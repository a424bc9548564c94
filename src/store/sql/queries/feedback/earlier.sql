-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the customer ?1 complained of before the complaint ?2, which came at ?3; the latest first.
SELECT id FROM complaint
WHERE customer = ?1 AND received <= ?3 AND id <> ?2 AND deleted_at IS NULL
ORDER BY received DESC LIMIT 20
