-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The days of their own of the customer ?1, as they were written down.
SELECT id FROM occasion WHERE customer = ?1 AND deleted_at IS NULL ORDER BY id
