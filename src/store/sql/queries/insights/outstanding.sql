-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices in the currency ?3 of which something was owed at the end of the day ?2, the oldest first: by the customer or, if
-- too much was paid, by the shop.
SELECT id FROM invoice AS bill
WHERE number IS NOT NULL AND type <> '381' AND issued <= ?2 AND currency = ?3
  AND payable <> (SELECT coalesce(sum(amount), 0) FROM payment
                  WHERE payment.invoice = bill.id AND date <= ?2 AND deleted_at IS NULL)
               + (SELECT coalesce(sum(credit.payable + coalesce(credit.prepaid, 0)
                                      + (SELECT coalesce(sum(amount), 0) FROM payment
                                         WHERE payment.invoice = credit.id AND date <= ?2 AND deleted_at IS NULL)), 0)
                  FROM invoice AS credit
                  WHERE credit.corrects = bill.id AND credit.number IS NOT NULL AND credit.issued <= ?2)
ORDER BY issued, id
