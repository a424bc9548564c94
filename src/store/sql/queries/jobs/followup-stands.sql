-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Another follow-up that the plan of the job ?1 brought for the same step: of the kind ?2, called ?3. Not ?4 itself.
SELECT id FROM followup
WHERE job = ?1 AND kind = ?2 AND title = ?3 AND id <> ?4 AND source = 'plan' AND deleted_at IS NULL
LIMIT 1
