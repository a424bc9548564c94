-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The draft of the job ?1; else, when nothing of it waits to be billed, its standing invoice.
SELECT id FROM invoice
WHERE job = ?1 AND deleted_at IS NULL AND type = '380' AND state <> 'cancelled'
  AND (number IS NULL OR NOT EXISTS (SELECT 1 FROM job WHERE job.id = ?1 AND job.to_bill = 1))
ORDER BY number IS NOT NULL, id DESC
LIMIT 1
