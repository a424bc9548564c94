-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The job of the customer ?1 whose warranty ends last.
SELECT id FROM job
WHERE customer = ?1 AND warranty_end IS NOT NULL AND deleted_at IS NULL
ORDER BY warranty_end DESC
LIMIT 1
