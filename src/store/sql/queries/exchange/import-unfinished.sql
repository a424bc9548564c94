-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- An import that was stopped before its end.
SELECT id FROM import WHERE state IN ('running', 'reverting') LIMIT 1
