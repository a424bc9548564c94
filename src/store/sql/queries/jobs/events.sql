-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened to the job ?1, the latest first.
SELECT id FROM event WHERE job = ?1 AND deleted_at IS NULL ORDER BY at DESC, id DESC LIMIT 50
