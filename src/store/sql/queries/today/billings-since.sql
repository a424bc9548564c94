-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices of the job ?1 and their credit notes that were issued after the deferral ?2 was made, one after the other, and when.
SELECT invoice.issued_at, invoice.id FROM deferral CROSS JOIN invoice ON invoice.job = ?1
WHERE deferral.id = ?2 AND number IS NOT NULL AND (invoice.issued_at, invoice.id) > (deferral.created, deferral.id)
ORDER BY invoice.issued_at, invoice.id
