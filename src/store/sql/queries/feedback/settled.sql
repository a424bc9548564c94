-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Complaints that were settled, the latest first.
SELECT id FROM complaint
WHERE resolved IS NOT NULL AND deleted_at IS NULL
  AND EXISTS (SELECT 1 FROM customer WHERE customer.id = complaint.customer AND customer.deleted_at IS NULL)
ORDER BY resolved DESC
