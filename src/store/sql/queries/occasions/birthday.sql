-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Birthdays whose month and day lie in ?1 .. ?2 (or, over the turn of the year, in ?3 .. ?4).
SELECT id, id, name, birthday, channel FROM customer
WHERE birthday IS NOT NULL AND deleted_at IS NULL AND substr(birthday, -5) BETWEEN ?1 AND ?2
--@customer AND id = ?5
UNION ALL
SELECT id, id, name, birthday, channel FROM customer
WHERE birthday IS NOT NULL AND deleted_at IS NULL AND substr(birthday, -5) BETWEEN ?3 AND ?4
--@customer AND id = ?5
