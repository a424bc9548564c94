-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the plan of the job ?1 brought and went with its warranty.
SELECT id FROM followup
WHERE job = ?1 AND source = 'plan' AND state = 'open' AND deleted_at IS NOT NULL AND id IN taken_back
