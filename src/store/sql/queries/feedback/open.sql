-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Complaints that are not settled: those that nobody has answered first, the oldest on top.
SELECT id FROM complaint
WHERE resolved IS NULL AND deleted_at IS NULL
  AND EXISTS (SELECT 1 FROM customer WHERE customer.id = complaint.customer AND customer.deleted_at IS NULL)
ORDER BY acknowledged IS NOT NULL, received
