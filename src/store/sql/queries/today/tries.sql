-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the customer of each of the lines ?1 (a JSON array of [rule, record, customer, since]) was called in vain, by its place in
-- the array: the outcome is one of the words ?2, a JSON array in small letters. A contact about a complaint or a step says
-- which; one about a job is of the service kind and says nothing else, and one about an occasion is a greeting. What was tried
-- before the job was ready, or told of, or before the complaint was answered, is over.
SELECT line.key, contact.at
FROM json_each(?1) AS line CROSS JOIN complaint ON complaint.id = line.value ->> 1
     CROSS JOIN interaction AS contact ON contact.complaint = complaint.id
WHERE line.value ->> 0 = 'complaint' AND contact.at >= coalesce(complaint.acknowledged, complaint.received)
  AND contact.direction = 'out' AND contact.deleted_at IS NULL
  AND lower(trim(contact.outcome)) IN (SELECT value FROM json_each(?2))
UNION ALL
SELECT line.key, contact.at
FROM json_each(?1) AS line CROSS JOIN interaction AS contact ON contact.followup = line.value ->> 1
WHERE line.value ->> 0 = 'followup' AND contact.direction = 'out' AND contact.deleted_at IS NULL
  AND lower(trim(contact.outcome)) IN (SELECT value FROM json_each(?2))
UNION ALL
SELECT line.key, contact.at
FROM json_each(?1) AS line CROSS JOIN job ON job.id = line.value ->> 1 CROSS JOIN interaction AS contact ON contact.job = job.id
WHERE line.value ->> 0 IN ('to-tell', 'uncollected') AND contact.at >= coalesce(job.told, job.finished)
  AND contact.complaint IS NULL AND contact.followup IS NULL AND coalesce(contact.class, 'service') = 'service'
  AND contact.direction = 'out' AND contact.deleted_at IS NULL
  AND lower(trim(contact.outcome)) IN (SELECT value FROM json_each(?2))
UNION ALL
SELECT line.key, contact.at
FROM json_each(?1) AS line
     CROSS JOIN interaction AS contact ON contact.customer = line.value ->> 2 AND contact.at >= line.value ->> 3
WHERE line.value ->> 0 = 'occasion' AND contact.job IS NULL AND contact.followup IS NULL AND contact.class = 'gift'
  AND contact.direction = 'out' AND contact.deleted_at IS NULL
  AND lower(trim(contact.outcome)) IN (SELECT value FROM json_each(?2))
