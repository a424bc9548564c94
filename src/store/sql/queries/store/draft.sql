-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The drafts ?1 of all who write one or left one ("?1@mark"; older ones have no mark), the latest first.
SELECT key, body FROM draft WHERE key = ?1 OR (key > ?1 || '@' AND key < ?1 || 'A') ORDER BY changed DESC, id DESC
