-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The statuses that the job ?1 went through, from the first.
SELECT id FROM event WHERE job = ?1 AND name = 'job-status' AND deleted_at IS NULL ORDER BY at, id
