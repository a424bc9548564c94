-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Questions for feedback that the customer ?1 is still to be asked: about the job ?2, or all where it is 0.
SELECT id FROM followup
WHERE customer = ?1 AND kind = 'feedback' AND state = 'open' AND deleted_at IS NULL
  AND (?2 = 0 OR job IS NULL OR job = ?2)
