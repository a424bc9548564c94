-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Occasions of customers' own, by month and day as above.
SELECT occasion.id, customer.id, customer.name, occasion.date, customer.channel, occasion.name, occasion.lead_days
FROM occasion JOIN customer ON customer.id = occasion.customer
WHERE occasion.deleted_at IS NULL AND customer.deleted_at IS NULL AND substr(occasion.date, -5) BETWEEN ?1 AND ?2
--@customer AND occasion.customer = ?5
UNION ALL
SELECT occasion.id, customer.id, customer.name, occasion.date, customer.channel, occasion.name, occasion.lead_days
FROM occasion JOIN customer ON customer.id = occasion.customer
WHERE occasion.deleted_at IS NULL AND customer.deleted_at IS NULL AND substr(occasion.date, -5) BETWEEN ?3 AND ?4
--@customer AND occasion.customer = ?5
