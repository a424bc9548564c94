-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The plans of care that a job can be given, by their names; those made for one job are not offered.
SELECT id FROM plan WHERE deleted_at IS NULL AND adapted IS NOT 1 ORDER BY sort_key, id LIMIT 200
