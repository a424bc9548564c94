-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices of the job ?1 that stood at the instant ?2, of that instant the records up to ?3, in the order they were begun.
SELECT id FROM invoice AS bill
WHERE job = ?1 AND type = '380' AND number IS NOT NULL AND deleted_at IS NULL AND (issued_at, id) <= (?2, ?3)
  AND NOT EXISTS (SELECT 1 FROM invoice AS note
                  WHERE note.corrects = bill.id AND note.number IS NOT NULL AND (note.issued_at, note.id) <= (?2, ?3))
ORDER BY id
