-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many complaints nobody has answered yet, whether they are due, put off or not due today.
SELECT count(*)
FROM complaint JOIN customer ON customer.id = complaint.customer
WHERE complaint.resolved IS NULL AND complaint.deleted_at IS NULL AND (complaint.acknowledged IS NOT NULL) = 0
  AND customer.deleted_at IS NULL
