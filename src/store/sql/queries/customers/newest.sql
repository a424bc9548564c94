-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The customers that came last, at most ?1 of them (-1: all).
SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY id DESC LIMIT ?1
