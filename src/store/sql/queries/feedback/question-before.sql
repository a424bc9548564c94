-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The question after the complaint ?1 that went when it was opened again.
SELECT id FROM followup WHERE complaint = ?1 AND source = 'complaint' AND state = 'open' AND deleted_at IS NOT NULL AND id IN taken_back LIMIT 1
