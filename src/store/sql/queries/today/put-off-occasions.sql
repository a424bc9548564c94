-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Occasions that somebody put off last to a day from ?1 on.
SELECT record, until, created FROM deferral
WHERE rule = 'occasion' AND until >= ?1 AND deleted_at IS NULL
  AND id = (SELECT max(newest.id) FROM deferral AS newest
            WHERE newest.record = deferral.record AND newest.rule = deferral.rule AND newest.deleted_at IS NULL)
