-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Follow-ups that the plan of the job ?1 brought, but those let go when it was cancelled; those alone that are open, if ?2
-- is not 0, and, if ?3 is not 0, that were made since that instant and not moved by hand.
SELECT id FROM followup
WHERE job = ?1 AND (source = 'plan' OR (source = 'cancelled' AND state <> 'let-go')) AND deleted_at IS NULL
  AND (?2 = 0 OR state = 'open') AND (?3 = 0 OR (created >= ?3 AND (planned IS NULL OR due = planned)))
