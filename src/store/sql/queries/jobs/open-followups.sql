-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many follow-ups about the job ?1 are open.
SELECT count(*) FROM followup WHERE job = ?1 AND state = 'open' AND deleted_at IS NULL
