-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every photo and paper with the file that holds it.
SELECT id, sha256, name FROM document WHERE deleted_at IS NULL
