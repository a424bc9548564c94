-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The credit note of the invoice ?1.
SELECT id FROM invoice WHERE corrects = ?1 AND number IS NOT NULL AND type = '381'
