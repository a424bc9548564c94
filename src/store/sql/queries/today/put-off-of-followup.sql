-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- To which day the follow-up ?1 was put off.
SELECT id FROM deferral WHERE record = ?1 AND rule = 'followup' AND until IS NOT NULL AND deleted_at IS NULL
