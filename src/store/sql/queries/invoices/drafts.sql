-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices that are not issued yet, the latest first.
SELECT id FROM invoice WHERE state = 'draft' AND deleted_at IS NULL ORDER BY created DESC
