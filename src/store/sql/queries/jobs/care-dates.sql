-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a job's owner may expect from us after hand-over: the open follow-ups that concern the device.
SELECT due, title, kind FROM followup
WHERE job = ?1 AND kind IN ('service', 'warranty') AND state = 'open' AND deleted_at IS NULL
