-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- By how much, one after the other, what was paid on the invoice ?1 above what is owed grew since the deferral ?2 was made; with
-- ?3 by its credit notes and what was paid on them, too. What was entered since and taken back moved nothing: it has been
-- changed by nobody (model/record.h). What a file brought once the decision was here is since, be it older, as in open-then.
WITH document (id) AS (SELECT ?1 UNION ALL SELECT id FROM invoice WHERE corrects = ?1 AND ?3),
decided (id, made, came) AS (
    SELECT id, created, coalesce((SELECT max(import) FROM import_row WHERE record = ?2 AND result = 'new'), id)
    FROM deferral WHERE id = ?2),
paid (id, amount, created, changed, deleted_at, since) AS (
    SELECT payment.id, amount, created, changed, deleted_at, payment.id > decided.id OR EXISTS (
        SELECT 1 FROM import_row WHERE record = payment.id AND result = 'new' AND +import > came)
    FROM document CROSS JOIN payment ON payment.invoice = document.id CROSS JOIN decided),
moved (at, id, amount) AS (
    SELECT created, id, amount FROM paid WHERE since AND (deleted_at IS NULL OR changed > created)
    UNION ALL
    SELECT deleted_at, paid.id, -amount FROM paid CROSS JOIN decided
    WHERE deleted_at IS NOT NULL AND CASE WHEN since THEN changed > created ELSE deleted_at >= made END
    UNION ALL
    SELECT issued_at, note.id, payable + coalesce(prepaid, 0)
    FROM decided CROSS JOIN invoice AS note ON note.corrects = ?1
    WHERE ?3 AND number IS NOT NULL
      AND (note.id > decided.id OR issued_at > made OR EXISTS (
        SELECT 1 FROM import_row WHERE record = note.id AND result = 'new' AND +import > came)))
SELECT amount FROM moved ORDER BY at, id
