-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices in the currency ?3 that were not paid at the end of the day ?2, the oldest first.
SELECT id FROM invoice AS bill
WHERE number IS NOT NULL AND type <> '381' AND issued <= ?2 AND currency = ?3
  AND gross <> (SELECT coalesce(sum(amount), 0) FROM payment
                WHERE payment.invoice = bill.id AND date <= ?2 AND deleted_at IS NULL)
             + (SELECT coalesce(sum(credit.gross), 0) FROM invoice AS credit
                WHERE credit.corrects = bill.id AND credit.number IS NOT NULL AND credit.issued <= ?2)
ORDER BY issued, id
