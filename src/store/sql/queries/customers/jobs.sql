-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The jobs of the customer ?1, the latest first, at most ?2.
SELECT id FROM job WHERE customer = ?1 AND deleted_at IS NULL ORDER BY received DESC LIMIT ?2
