-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was billed of the job ?1 on invoices that stand, without the document ?2: each with its sum, currency, sum
-- without tax, and how many taxes it has.
SELECT id, gross, currency, net, (SELECT count(*) FROM invoice_vat WHERE owner = invoice.id) FROM invoice
WHERE job = ?1 AND id IS NOT ?2 AND type = '380' AND number IS NOT NULL AND state <> 'cancelled' AND deleted_at IS NULL
