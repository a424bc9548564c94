-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the latest device of the customer ?1 is, in a word.
SELECT coalesce(kind, name) FROM device WHERE customer = ?1 AND deleted_at IS NULL ORDER BY id DESC LIMIT 1
