-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All invoices, the latest first.
SELECT id FROM invoice WHERE deleted_at IS NULL ORDER BY created DESC, id DESC
