-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the customer ?1 was given apart from the gift ?2, the latest first, at most ?3.
SELECT id FROM gift WHERE customer = ?1 AND id <> ?2 AND state = 'given' AND deleted_at IS NULL ORDER BY given DESC LIMIT ?3
