-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The kind of each of some records, and whether the customer it belongs to was deleted. ?1 their ids, a JSON array
SELECT doc.id, doc.kind, customer.deleted_at IS NOT NULL
FROM search_doc AS doc LEFT JOIN customer ON customer.id = doc.customer
WHERE doc.id IN (SELECT value FROM json_each(?1))
