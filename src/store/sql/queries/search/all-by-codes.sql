-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- All customers of whom something has the characters of an FTS5 expression. ?1 the expression
SELECT id FROM customer
WHERE deleted_at IS NULL
  AND id IN (SELECT customer FROM search_doc
             WHERE id IN (SELECT rowid FROM search_codes WHERE search_codes MATCH ?1))
ORDER BY sort_key, id
