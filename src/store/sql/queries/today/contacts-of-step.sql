-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts of its customer that say they saw to the follow-up ?1, which is ?2 in words, the earliest first.
SELECT id FROM interaction
WHERE customer = (SELECT customer FROM followup WHERE id = ?1) AND deleted_at IS NULL
  AND instr(' ' || seen_to || ' ', ' ' || ?2 || ' ') > 0
ORDER BY at, id
