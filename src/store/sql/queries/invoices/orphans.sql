-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows of documents that belong to nothing.
SELECT 'invoice_line', id FROM invoice_line WHERE owner NOT IN (SELECT id FROM invoice)
UNION ALL SELECT 'invoice_vat', id FROM invoice_vat WHERE owner NOT IN (SELECT id FROM invoice)
UNION ALL SELECT 'payment', id FROM payment WHERE invoice NOT IN (SELECT id FROM invoice)
UNION ALL SELECT 'invoice', id FROM invoice WHERE customer NOT IN (SELECT id FROM customer)
