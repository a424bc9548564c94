-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The answers of its customer, deleted ones, too, in whose words on what they saw to is ?2, about the follow-up ?1.
SELECT id FROM feedback
WHERE customer = (SELECT customer FROM followup WHERE id = ?1)
  AND instr(' ' || seen_to || ' ', ' ' || ?2 || ' ') > 0
