-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Issued invoices whose due date has passed and that are not paid in full. They wait while a complaint about their job,
-- or about no job in particular, is open.
SELECT invoice.id, NULL, invoice.due_date, customer.id, customer.name, invoice.job, invoice.id,
       invoice.number, NULL, customer.channel, invoice.payable - coalesce(invoice.paid, 0)
FROM invoice INDEXED BY invoice_open JOIN customer ON customer.id = invoice.customer
WHERE invoice.state IN ('issued', 'part') AND invoice.deleted_at IS NULL AND invoice.due_date < ?1
  AND invoice.type = '380'
  AND NOT EXISTS (SELECT 1 FROM complaint WHERE complaint.customer = invoice.customer AND complaint.resolved IS NULL
                  AND complaint.deleted_at IS NULL AND (complaint.job IS NULL OR complaint.job = invoice.job))
ORDER BY invoice.due_date
