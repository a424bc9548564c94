-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the customer ?1 has a day of their own on ?2.
SELECT EXISTS (SELECT 1 FROM occasion WHERE customer = ?1 AND date = ?2 AND deleted_at IS NULL)
