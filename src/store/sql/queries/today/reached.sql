-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether there is a phone and an e-mail address of the customer of each of the lines ?1 (a JSON array of ids), by its place
-- in the array.
SELECT line.key, EXISTS (SELECT 1 FROM customer_phone WHERE customer_phone.owner = line.value),
       EXISTS (SELECT 1 FROM customer_email WHERE customer_email.owner = line.value)
FROM json_each(?1) AS line
