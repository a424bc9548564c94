-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices of the job ?1, the latest first.
SELECT id FROM invoice WHERE job = ?1 AND deleted_at IS NULL ORDER BY id DESC LIMIT 20
