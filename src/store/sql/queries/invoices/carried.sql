-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments that were carried over from one document to another.
SELECT id FROM payment WHERE carried IS NOT NULL AND deleted_at IS NULL
