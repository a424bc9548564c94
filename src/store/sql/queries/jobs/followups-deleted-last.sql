-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the plan of the job ?1 brought and was deleted last, in one go.
SELECT id FROM followup
WHERE job = ?1 AND source = 'plan'
  AND deleted_at = (SELECT max(newest.deleted_at) FROM followup AS newest WHERE newest.job = ?1 AND newest.source = 'plan')
