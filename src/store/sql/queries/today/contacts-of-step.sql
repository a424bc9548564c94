-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts that name the follow-up ?1, the earliest first.
SELECT id FROM interaction WHERE followup = ?1 AND deleted_at IS NULL ORDER BY at, id
