-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was open of the invoice ?1 when the deferral ?2 was made. What came in the same second is taken to be there.
SELECT invoice.payable - coalesce((
    SELECT sum(payment.amount) FROM payment
    WHERE payment.invoice = invoice.id AND payment.id < deferral.id
      AND (payment.deleted_at IS NULL OR payment.deleted_at >= deferral.created)), 0)
FROM invoice JOIN deferral ON deferral.id = ?2 WHERE invoice.id = ?1
