-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Complaints received in a period, with their first answer.
SELECT id, received, acknowledged FROM complaint
WHERE received BETWEEN ?1 AND ?2 AND deleted_at IS NULL ORDER BY received
