-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often somebody here wrote to or called the customer about the complaint ?1, which was received at ?2; what was asked
-- after it is one, too.
SELECT count(*) FROM interaction
WHERE id IN (SELECT id FROM interaction WHERE complaint = ?1
             UNION ALL
             SELECT call.id FROM followup JOIN interaction AS call ON call.followup = followup.id
             WHERE followup.complaint = ?1)
  AND direction = 'out' AND deleted_at IS NULL AND coalesce(automatic, 0) = 0 AND at >= ?2
