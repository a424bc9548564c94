-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments, deleted ones too, that bear a day to come, where ?1 is the shop's today, and came also when they were written
-- down; where that was, the day may have begun already.
SELECT payment.id, invoice.number FROM payment JOIN invoice ON invoice.id = payment.invoice
WHERE payment.date > date(?1, '+1 day')
  AND payment.date > date(max(payment.created, payment.changed), 'unixepoch', '+1 day')
