-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the shop owed of the invoice ?1, with its credit notes, when the deferral ?2 was made; without what a file brought once the
-- decision was here, as in open-then.
WITH since (id) AS (
    SELECT record FROM import_row
    WHERE record IN (
        SELECT id FROM invoice WHERE corrects = ?1
        UNION ALL
        SELECT payment.id FROM invoice CROSS JOIN payment ON payment.invoice = invoice.id
        WHERE invoice.id = ?1 OR corrects = ?1)
      AND result = 'new' AND +import > coalesce((SELECT max(import) FROM import_row WHERE record = ?2 AND result = 'new'), ?2))
SELECT coalesce((
    SELECT sum(payment.amount) FROM invoice AS document JOIN payment ON payment.invoice = document.id
    WHERE (document.id = bill.id OR document.corrects = bill.id) AND payment.id < deferral.id
      AND (payment.deleted_at IS NULL OR payment.deleted_at >= deferral.created) AND payment.id NOT IN since), 0)
  - bill.payable
  + coalesce((
    SELECT sum(note.payable + coalesce(note.prepaid, 0)) FROM invoice AS note
    WHERE note.corrects = bill.id AND note.number IS NOT NULL AND note.id < deferral.id
      AND note.issued_at <= deferral.created AND note.id NOT IN since), 0)
FROM invoice AS bill JOIN deferral ON deferral.id = ?2 WHERE bill.id = ?1
