-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments that bear a day before their invoice, deleted ones too: an export holds them as well.
SELECT payment.id, invoice.number FROM payment JOIN invoice ON invoice.id = payment.invoice
WHERE payment.date < invoice.issued
