-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the import ?1 was stopped before its end.
SELECT EXISTS (SELECT 1 FROM import WHERE id = ?1 AND state IN ('running', 'reverting'))
