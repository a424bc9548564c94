-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the invoice ?1 has its number.
SELECT EXISTS (SELECT 1 FROM invoice WHERE id = ?1 AND number IS NOT NULL)
