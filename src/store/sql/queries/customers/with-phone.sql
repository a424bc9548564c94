-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who has the number ?1, apart from the customer ?2; at most ?3.
SELECT id, name FROM customer
WHERE id IN (SELECT owner FROM customer_phone WHERE digits = ?1) AND id <> ?2 AND deleted_at IS NULL
LIMIT ?3
