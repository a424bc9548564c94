-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often the customer ?1 came.
SELECT count(*) FROM job WHERE customer = ?1 AND status <> 'cancelled' AND deleted_at IS NULL
