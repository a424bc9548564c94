-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gifts and ideas for the customer ?1, the latest first.
SELECT id FROM gift WHERE customer = ?1 AND deleted_at IS NULL ORDER BY id DESC
