-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was open of the invoice ?1 when the deferral ?2 was made. What came in the same second is taken to be there; what a file
-- brought once the decision was here, made or brought itself, nobody knew of who decided, when ever it was entered.
SELECT invoice.payable - coalesce((
    SELECT sum(payment.amount) FROM payment
    WHERE payment.invoice = invoice.id AND payment.id < deferral.id
      AND (payment.deleted_at IS NULL OR payment.deleted_at >= deferral.created)
      AND NOT EXISTS (SELECT 1 FROM import_row
                      WHERE record = payment.id AND result = 'new' AND +import > coalesce((
                          SELECT max(import) FROM import_row WHERE record = ?2 AND result = 'new'), ?2))), 0)
FROM invoice JOIN deferral ON deferral.id = ?2 WHERE invoice.id = ?1
