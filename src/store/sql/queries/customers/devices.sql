-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The devices of the customer ?1, the latest first.
SELECT id FROM device WHERE customer = ?1 AND deleted_at IS NULL ORDER BY id DESC
