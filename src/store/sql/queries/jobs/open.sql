-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that are in the shop, by what is promised first.
SELECT id FROM live_job
WHERE status IN ('received', 'waiting', 'working', 'ready')
ORDER BY promised IS NULL, promised, id
