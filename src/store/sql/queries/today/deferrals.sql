-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How each of the lines ?1 (a JSON array of [rule, record]) was put off or let go last, by its place in the array.
SELECT line.key, deferral.until, deferral.hour, deferral.reason, deferral.created
FROM json_each(?1) AS line JOIN deferral ON deferral.id = (
    SELECT max(newest.id) FROM deferral AS newest
    WHERE newest.record = line.value ->> 1 AND newest.rule = line.value ->> 0 AND newest.deleted_at IS NULL)
