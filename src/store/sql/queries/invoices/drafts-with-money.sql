-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What has no number and is no draft, or was paid.
SELECT id FROM invoice WHERE number IS NULL AND (state <> 'draft' OR coalesce(paid, 0) <> 0)
