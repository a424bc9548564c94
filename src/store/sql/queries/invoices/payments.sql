-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was paid on the invoice ?1, by the day.
SELECT id FROM payment WHERE invoice = ?1 AND deleted_at IS NULL ORDER BY date, id
