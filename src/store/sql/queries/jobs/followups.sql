-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The steps of care of the job ?1, by their days.
SELECT id FROM followup WHERE job = ?1 AND deleted_at IS NULL ORDER BY due, id LIMIT 50
