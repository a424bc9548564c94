-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was paid for the job ?1 in its own currency ?2, less what was paid back.
SELECT coalesce(sum(payment.amount), 0)
FROM invoice JOIN payment ON payment.invoice = invoice.id
WHERE invoice.job = ?1 AND invoice.currency = ?2 AND invoice.deleted_at IS NULL AND payment.deleted_at IS NULL
