-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The customer of an occasion: ?1 is their own id (a birthday), their first job or a day of their own.
SELECT coalesce((SELECT id FROM customer WHERE id = ?1), (SELECT customer FROM job WHERE id = ?1),
                (SELECT customer FROM occasion WHERE id = ?1))
