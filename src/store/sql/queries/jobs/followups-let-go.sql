-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the plan of the job ?1 brought and was let go for the reason ?2.
SELECT id FROM followup WHERE job = ?1 AND source = 'plan' AND state = 'let-go' AND reason = ?2 AND deleted_at IS NULL
