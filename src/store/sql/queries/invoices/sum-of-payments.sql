-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was paid on the invoice ?1.
SELECT coalesce(sum(amount), 0) FROM payment WHERE invoice = ?1 AND deleted_at IS NULL
