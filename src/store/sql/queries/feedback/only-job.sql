-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The job of the customer ?1 who had one and no other: what a complaint of theirs is about.
SELECT id FROM (SELECT id, count(*) AS jobs FROM job WHERE customer = ?1 AND deleted_at IS NULL) WHERE jobs = 1
