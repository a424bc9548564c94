-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices of which the shop owes the customer money. It does not go when the customer is deleted.
SELECT invoice.id AS record, invoice.issued AS due, customer.id AS customer, customer.name AS name,
       customer.deleted_at AS deleted, invoice.job AS job, invoice.id AS invoice, invoice.number AS what,
       customer.channel AS channel, invoice.to_pay_back AS amount, invoice.currency AS currency
FROM invoice
  INDEXED BY invoice_to_pay_back --@shop
  JOIN customer ON customer.id = invoice.customer
WHERE invoice.to_pay_back > 0 AND invoice.deleted_at IS NULL
--@customer AND invoice.customer = ?3
--@job AND invoice.job = ?4
