-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices that are paid, the latest first.
SELECT id FROM invoice WHERE state = 'paid' AND deleted_at IS NULL ORDER BY created DESC
