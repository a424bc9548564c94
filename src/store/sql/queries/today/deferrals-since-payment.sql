-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What put off or let go the lines of rule ?2 about the document ?1, or the invoice that it corrects, after the payment ?3 was
-- recorded, and before a file brought it, as in open-then.
SELECT id FROM deferral
WHERE record IN (?1, (SELECT corrects FROM invoice WHERE id = ?1)) AND rule = ?2 AND id > ?3 AND deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM import_row
                  WHERE record = ?3 AND result = 'new' AND +import > coalesce((
                      SELECT max(import) FROM import_row AS brought
                      WHERE brought.record = deferral.id AND brought.result = 'new'), deferral.id))
