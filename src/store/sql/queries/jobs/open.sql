-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that are in the shop, by what is promised first; one that was cancelled is until it is handed back.
SELECT id FROM live_job
WHERE status IN ('received', 'waiting', 'working', 'ready', 'cancelled') AND (status <> 'cancelled' OR returned IS NULL)
ORDER BY promised IS NULL, promised, id
