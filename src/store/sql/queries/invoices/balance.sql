-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is owed of the invoice ?1 with its credit notes, and what was paid on all of them. A credit note of schema 1 left out
-- what was paid before the invoice.
SELECT bill.payable
       - (SELECT coalesce(sum(note.payable + coalesce(note.prepaid, 0)), 0) FROM invoice AS note
          WHERE note.corrects = bill.id AND note.number IS NOT NULL),
       (SELECT coalesce(sum(amount), 0) FROM payment
        WHERE payment.invoice = bill.id AND payment.deleted_at IS NULL)
       + (SELECT coalesce(sum(amount), 0) FROM payment
          WHERE payment.invoice IN (SELECT id FROM invoice AS note WHERE note.corrects = bill.id)
            AND payment.deleted_at IS NULL)
FROM invoice AS bill WHERE bill.id = ?1
