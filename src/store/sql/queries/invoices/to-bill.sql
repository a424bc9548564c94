-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that are done and not billed, by the day they were done.
SELECT id FROM live_job WHERE to_bill = 1 ORDER BY finished
