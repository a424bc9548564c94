-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices of the customer ?1, the latest first, at most ?2.
SELECT id FROM invoice WHERE customer = ?1 AND deleted_at IS NULL ORDER BY created DESC LIMIT ?2
