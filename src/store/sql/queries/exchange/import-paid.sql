-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the file ?2 of the import ?1 brought of payments on the invoice ?3.
SELECT coalesce(sum(amount), 0) FROM payment
WHERE invoice = ?3 AND deleted_at IS NULL AND EXISTS (
    SELECT 1 FROM import_row WHERE record = payment.id AND +import = ?1 AND file = ?2 AND result = 'new')
