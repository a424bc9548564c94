-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counters of jobs that stand where no shop gets to, ?1 being the farthest, begin anew.
UPDATE counter SET last = 0 WHERE series GLOB 'job-*' AND last NOT BETWEEN 0 AND ?1
