-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often the customer of each of the lines ?1 (a JSON array of [rule, record, customer, since]) was called in vain, and when
-- last, by its place in the array: the outcome is one of the words ?2, a JSON array in small letters. A contact about a
-- complaint or a step says which; one about a job is of the service kind and says nothing else, and one about an occasion is a
-- greeting. What was tried before the job was ready, or told of, or before the complaint was answered, is over.
WITH line AS MATERIALIZED (
    SELECT key, value ->> 0 AS rule, value ->> 1 AS record, value ->> 2 AS customer, value ->> 3 AS since FROM json_each(?1)),
contact AS (
    SELECT line.key AS line, call.id
    FROM line CROSS JOIN complaint ON complaint.id = line.record CROSS JOIN interaction AS call ON call.complaint = complaint.id
    WHERE line.rule = 'complaint' AND call.at >= coalesce(complaint.acknowledged, complaint.received)
    UNION ALL
    SELECT line.key, call.id FROM line CROSS JOIN interaction AS call ON call.followup = line.record
    WHERE line.rule = 'followup'
    UNION ALL
    SELECT line.key, call.id
    FROM line CROSS JOIN job ON job.id = line.record CROSS JOIN interaction AS call ON call.job = job.id
    WHERE line.rule IN ('to-tell', 'uncollected') AND call.at >= coalesce(job.told, job.finished)
      AND call.complaint IS NULL AND call.followup IS NULL AND coalesce(call.class, 'service') = 'service'
    UNION ALL
    SELECT line.key, call.id FROM line CROSS JOIN interaction AS call ON call.customer = line.customer AND call.at >= line.since
    WHERE line.rule = 'occasion' AND call.job IS NULL AND call.followup IS NULL AND call.class = 'gift')
SELECT contact.line, count(*), max(interaction.at)
FROM contact CROSS JOIN interaction ON interaction.id = contact.id
WHERE interaction.direction = 'out' AND interaction.deleted_at IS NULL
  AND lower(trim(interaction.outcome)) IN (SELECT value FROM json_each(?2))
GROUP BY contact.line
