-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What put off or let go the lines of rule ?2 about record ?1 by the instant ?3, and went then or since because their sum had
-- become more (what somebody removed stays so); none while somebody has decided about them anew.
SELECT id FROM deferral
WHERE record = ?1 AND rule = ?2 AND created <= ?3 AND deleted_at >= ?3 AND id IN taken_back
  AND NOT EXISTS (SELECT 1 FROM deferral AS other WHERE other.record = ?1 AND other.rule = ?2 AND other.deleted_at IS NULL)
