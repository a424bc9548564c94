-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Customers of the family ?1 whose given name holds ?2, upper and lower case apart; at most ?3.
SELECT id, name FROM customer
WHERE family = ?1 COLLATE NOCASE AND instr(lower(given), lower(?2)) > 0 AND deleted_at IS NULL
LIMIT ?3
