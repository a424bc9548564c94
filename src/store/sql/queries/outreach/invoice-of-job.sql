-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest standing invoice of the job ?1.
SELECT id FROM invoice
WHERE job = ?1 AND type = '380' AND number IS NOT NULL AND state <> 'cancelled'
ORDER BY issued_at DESC
LIMIT 1
