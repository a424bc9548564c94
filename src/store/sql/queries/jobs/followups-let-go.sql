-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the plan of the job ?1 brought and was let go when the job was cancelled.
SELECT id FROM followup WHERE job = ?1 AND source = 'cancelled' AND state = 'let-go' AND deleted_at IS NULL
