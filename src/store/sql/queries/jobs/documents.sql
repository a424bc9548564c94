-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Photos and papers of the job ?1, the latest first, at most ?2.
SELECT id FROM document WHERE job = ?1 AND deleted_at IS NULL ORDER BY at DESC LIMIT ?2
