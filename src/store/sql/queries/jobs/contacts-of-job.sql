-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts that name the job ?1, the earliest first.
SELECT id FROM interaction WHERE job = ?1 AND deleted_at IS NULL ORDER BY at, id
