-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was put off or let go of the job ?1.
SELECT id FROM deferral
WHERE record = ?1 AND rule IN ('to-tell', 'unbilled', 'uncollected') AND deleted_at IS NULL
