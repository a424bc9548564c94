-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether more went back of the invoice ?1 and its credit notes than came in and was credited without having come in: what
-- was paid before the invoice.
SELECT paid < min(0, owed)
FROM (SELECT (SELECT coalesce(sum(amount), 0) FROM payment WHERE invoice = bill.id AND deleted_at IS NULL)
             + (SELECT coalesce(sum(amount), 0) FROM payment
                WHERE payment.invoice IN (SELECT id FROM invoice AS note WHERE note.corrects = bill.id)
                  AND payment.deleted_at IS NULL) AS paid,
             bill.payable
             - (SELECT coalesce(sum(note.payable + coalesce(note.prepaid, 0)), 0) FROM invoice AS note
                WHERE note.corrects = bill.id AND note.number IS NOT NULL) AS owed
      FROM invoice AS bill WHERE bill.id = ?1)
