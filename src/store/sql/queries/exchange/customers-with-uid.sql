-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Customers that came by the identifier ?1 of another program, or have the id ?2.
SELECT customer FROM contact_uid JOIN customer ON customer.id = contact_uid.customer
WHERE uid = ?1 AND deleted_at IS NULL
UNION ALL
SELECT id FROM customer WHERE id = ?2 AND deleted_at IS NULL
