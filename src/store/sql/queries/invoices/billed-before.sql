-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was billed of the job ?1 on invoices that stand, without the document ?2: each with its sum and currency.
SELECT id, gross, currency FROM invoice
WHERE job = ?1 AND id IS NOT ?2 AND type = '380' AND number IS NOT NULL AND state <> 'cancelled' AND deleted_at IS NULL
