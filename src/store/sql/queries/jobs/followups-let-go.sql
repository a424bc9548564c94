-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the plan of the job ?1 brought and was let go when the job was cancelled last.
SELECT id FROM followup
WHERE job = ?1 AND source = 'cancelled' AND state = 'let-go' AND deleted_at IS NULL
  AND changed = (SELECT max(newest.changed) FROM followup AS newest
                 WHERE newest.job = ?1 AND newest.source = 'cancelled' AND newest.state = 'let-go' AND newest.deleted_at IS NULL)
