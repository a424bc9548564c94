-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The question after the complaint ?1 that stands and waits, else the one that went when it was opened again; 0: none.
SELECT coalesce((SELECT id FROM followup
                 WHERE complaint = ?1 AND source = 'complaint' AND state = 'open' AND deleted_at IS NULL LIMIT 1),
                (SELECT id FROM followup
                 WHERE complaint = ?1 AND source = 'complaint' AND state = 'open' AND deleted_at IS NOT NULL AND id IN taken_back
                 LIMIT 1), 0)
