-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who has the address ?1, apart from the customer ?2; at most ?3.
SELECT id, name FROM customer
WHERE id IN (SELECT owner FROM customer_email WHERE address = ?1 COLLATE NOCASE) AND id <> ?2 AND deleted_at IS NULL
LIMIT ?3
