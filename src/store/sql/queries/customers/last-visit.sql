-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest job of the customer ?1 that came to something, as customers/count-jobs counts them.
SELECT id FROM job WHERE customer = ?1 AND status <> 'cancelled' AND deleted_at IS NULL ORDER BY received DESC LIMIT 1
