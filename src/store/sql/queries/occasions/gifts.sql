-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All gifts and ideas, the latest first.
SELECT id FROM gift WHERE deleted_at IS NULL ORDER BY id DESC
