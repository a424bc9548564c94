-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The texts for messages, in the order of what happens to a job, then by their names.
SELECT id FROM text
WHERE deleted_at IS NULL
ORDER BY instr('ready invoice reminder thanks check feedback service warranty complaint occasion other', situation), sort_key
LIMIT 500
