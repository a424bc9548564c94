-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the colleague ?1 is there, and not deleted.
SELECT 1 FROM staff WHERE id = ?1 AND deleted_at IS NULL
