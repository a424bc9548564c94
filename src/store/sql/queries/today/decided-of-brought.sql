-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was put off or let go of a record that was here before the file ?2 of the import ?1, where that brought the decision, or
-- money, a document or a correction of what it is about. What came along with its decision is as it was where that was made.
SELECT id FROM deferral
WHERE record IN (
    SELECT brought.record FROM import_row CROSS JOIN deferral AS brought ON brought.id = import_row.record
    WHERE import = ?1 AND file = ?2 AND kind = 'deferral' AND result = 'new'
    UNION ALL
    SELECT coalesce(corrects, invoice.id)
    FROM import_row CROSS JOIN payment ON payment.id = import_row.record CROSS JOIN invoice ON invoice.id = payment.invoice
    WHERE import = ?1 AND file = ?2 AND kind = 'payment' AND result = 'new'
    UNION ALL
    SELECT corrects FROM import_row CROSS JOIN invoice ON invoice.id = import_row.record
    WHERE import = ?1 AND file = ?2 AND kind = 'invoice' AND result = 'new' AND corrects IS NOT NULL
    UNION ALL
    SELECT job FROM import_row CROSS JOIN invoice ON invoice.id = import_row.record
    WHERE import = ?1 AND file = ?2 AND kind = 'invoice' AND result = 'new' AND job IS NOT NULL)
  AND deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM import_row
                  WHERE import_row.record = deferral.record AND +import = ?1 AND file = ?2 AND result = 'new')
