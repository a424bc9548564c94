-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Questions for feedback that an answer of the customer ?1 can be to: those that are still to be asked, be they let go by now,
-- about the job ?2, or all where it is 0; and those of that job that were seen to already.
SELECT id FROM followup
WHERE customer = ?1 AND kind = 'feedback' AND deleted_at IS NULL
  AND ((state IN ('open', 'let-go') AND (?2 = 0 OR job IS NULL OR job = ?2)) OR (state = 'done' AND job = ?2))
