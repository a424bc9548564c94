-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest job of the customer ?1 that was collected and that nobody has answered about.
SELECT id FROM job
WHERE customer = ?1 AND collected IS NOT NULL AND deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM feedback WHERE feedback.job = job.id AND feedback.deleted_at IS NULL)
ORDER BY received DESC
LIMIT 1
