-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices of which money went back, on them or on their credit notes.
SELECT DISTINCT coalesce(invoice.corrects, invoice.id) FROM payment JOIN invoice ON invoice.id = payment.invoice
WHERE payment.amount < 0 AND payment.deleted_at IS NULL
