-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is promised for the days ?1 .. ?2 and not ready yet.
SELECT promised FROM live_job
WHERE status IN ('received', 'waiting', 'working') AND promised BETWEEN ?1 AND ?2
