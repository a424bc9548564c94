-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts that went out about the complaint ?1, the earliest first.
SELECT id FROM interaction WHERE complaint = ?1 AND direction = 'out' AND deleted_at IS NULL ORDER BY at, id
