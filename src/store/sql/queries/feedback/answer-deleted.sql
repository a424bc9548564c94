-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The complaint ?1, which is deleted, was first answered at ?2 (0: not) by the way ?3.
UPDATE complaint SET acknowledged = nullif(?2, 0), acknowledged_how = ?3 WHERE id = ?1
