-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- By how much, one after the other, what was paid on the invoice ?1 above what is owed grew since the deferral ?2 was made; with
-- ?3 by its credit notes and what was paid on them, too. What was entered since and taken back moved nothing: it has been
-- changed by nobody (model/record.h).
WITH document (id) AS (SELECT ?1 UNION ALL SELECT id FROM invoice WHERE corrects = ?1 AND ?3),
decided (id, made) AS (SELECT id, created FROM deferral WHERE id = ?2),
moved (at, id, amount) AS (
    SELECT payment.created, payment.id, amount
    FROM document CROSS JOIN payment ON payment.invoice = document.id CROSS JOIN decided
    WHERE payment.id > decided.id AND (deleted_at IS NULL OR changed > created)
    UNION ALL
    SELECT deleted_at, payment.id, -amount
    FROM document CROSS JOIN payment ON payment.invoice = document.id CROSS JOIN decided
    WHERE deleted_at IS NOT NULL AND CASE WHEN payment.id > decided.id THEN changed > created ELSE deleted_at >= made END
    UNION ALL
    SELECT issued_at, note.id, payable + coalesce(prepaid, 0)
    FROM decided CROSS JOIN invoice AS note ON note.corrects = ?1
    WHERE ?3 AND number IS NOT NULL AND (note.id > decided.id OR issued_at > made))
SELECT amount FROM moved ORDER BY at, id
