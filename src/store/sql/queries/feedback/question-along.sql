-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The question after the complaint ?1 that waited when its job was deleted, and would come back with that; 0: none.
SELECT coalesce((SELECT followup.id FROM followup JOIN job ON job.id = followup.job
                 WHERE complaint = ?1 AND source = 'complaint' AND state = 'open' AND followup.deleted_at = job.deleted_at
                   AND followup.id NOT IN taken_back LIMIT 1), 0)
