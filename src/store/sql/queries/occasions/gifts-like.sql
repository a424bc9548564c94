-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the customer ?1 was given or is to get, apart from the gift ?2: what is planned last.
SELECT id, name FROM gift
WHERE customer = ?1 AND id <> ?2 AND state IN ('given', 'planned') AND deleted_at IS NULL
ORDER BY state = 'planned', given DESC
