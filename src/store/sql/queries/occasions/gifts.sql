-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All gifts and ideas, the latest first.
SELECT id FROM live_gift ORDER BY id DESC
