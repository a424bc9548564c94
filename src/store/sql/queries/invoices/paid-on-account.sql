-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came in on the invoice ?1 and its credit notes, less what went back.
SELECT (SELECT coalesce(sum(amount), 0) FROM payment WHERE invoice = ?1 AND deleted_at IS NULL)
       + (SELECT coalesce(sum(amount), 0) FROM payment
          WHERE payment.invoice IN (SELECT id FROM invoice AS note WHERE note.corrects = ?1)
            AND payment.deleted_at IS NULL)
