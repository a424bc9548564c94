-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices of the job ?1 that stand, in the order they were begun.
SELECT id FROM invoice
WHERE job = ?1 AND type = '380' AND number IS NOT NULL AND state <> 'cancelled' AND deleted_at IS NULL
ORDER BY id
