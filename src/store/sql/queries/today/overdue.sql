-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Issued invoices that were due by ?1 and are not paid in full. They wait while a complaint about their job, or about no
-- job in particular, is open. What is owed does not go when the customer is deleted; what they complained of does.
SELECT invoice.id AS record, invoice.due_date AS due, customer.id AS customer, customer.name AS name,
       customer.deleted_at AS deleted, invoice.job AS job, invoice.id AS invoice, invoice.number AS what,
       customer.channel AS channel, invoice.payable - coalesce(invoice.paid, 0) AS amount,
       invoice.currency AS currency
FROM invoice
  INDEXED BY invoice_open --@shop
  JOIN customer ON customer.id = invoice.customer
WHERE invoice.state IN ('issued', 'part') AND invoice.deleted_at IS NULL AND invoice.due_date <= ?1
  AND invoice.type = '380'
  AND NOT EXISTS (SELECT 1 FROM complaint
                  WHERE complaint.customer = invoice.customer AND customer.deleted_at IS NULL
                  AND complaint.resolved IS NULL
                  AND complaint.deleted_at IS NULL AND (complaint.job IS NULL OR complaint.job = invoice.job))
--@customer AND invoice.customer = ?3
--@job AND invoice.job = ?4
