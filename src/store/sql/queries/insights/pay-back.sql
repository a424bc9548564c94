-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The accounts up to ?1 in the currency ?2 of which the shop owes something, or once did: invoices that were cancelled,
-- overpaid or paid back. What became due, or was credited or paid (negative), by account and day.
WITH account AS (
    SELECT id FROM invoice WHERE state = 'cancelled' AND deleted_at IS NULL
    UNION SELECT id FROM invoice INDEXED BY invoice_to_pay_back WHERE to_pay_back > 0 AND deleted_at IS NULL
    UNION SELECT coalesce(invoice.corrects, invoice.id) FROM payment INDEXED BY payment_back
          JOIN invoice ON invoice.id = payment.invoice
          WHERE payment.amount < 0 AND payment.deleted_at IS NULL)
SELECT bill.id AS account, bill.issued AS day, bill.payable AS amount FROM account JOIN invoice AS bill ON bill.id = account.id
WHERE bill.currency = ?2 AND bill.issued <= ?1
UNION ALL
SELECT note.corrects, note.issued, -(note.payable + coalesce(note.prepaid, 0))
FROM account JOIN invoice AS note ON note.corrects = account.id
WHERE note.currency = ?2 AND note.issued <= ?1
UNION ALL
SELECT bill.id, payment.date, -payment.amount
FROM account JOIN invoice AS bill ON bill.id = account.id JOIN payment ON payment.invoice = bill.id
WHERE bill.currency = ?2 AND payment.date <= ?1 AND payment.deleted_at IS NULL
UNION ALL
SELECT note.corrects, payment.date, -payment.amount
FROM account JOIN invoice AS note ON note.corrects = account.id JOIN payment ON payment.invoice = note.id
WHERE note.currency = ?2 AND payment.date <= ?1 AND payment.deleted_at IS NULL
