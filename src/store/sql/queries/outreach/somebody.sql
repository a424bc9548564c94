-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose device was brought last: somebody real to try a text on.
SELECT customer FROM job WHERE deleted_at IS NULL AND device IS NOT NULL ORDER BY received DESC LIMIT 1
