-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether on the account of the invoice ?3 there is a payment of which the file ?2 of the import ?1 knows nothing. One of
-- which it says something else than the shop is the same money, written down better.
SELECT EXISTS (
    SELECT 1 FROM payment
    WHERE invoice IN (SELECT ?3 UNION ALL SELECT id FROM invoice AS note WHERE note.corrects = ?3) AND deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM import_row WHERE record = payment.id AND +import = ?1 AND file = ?2))
