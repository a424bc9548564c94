-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest step of care of the job ?2 that is due by the day ?1.
SELECT id FROM followup WHERE state = 'open' AND due <= ?1 AND job = ?2 ORDER BY due DESC, id LIMIT 1
