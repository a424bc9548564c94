-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Open follow-ups that are due by ?1. While a complaint of the customer is open, all of them wait but its own
-- steps (rules-care C1). The customer's own wish counts more than the plan's.
SELECT followup.id AS record, followup.due AS due, customer.id AS customer, customer.name AS name,
       followup.job AS job, followup.title AS title, coalesce(device.name, job.kind) AS thing,
       coalesce(customer.channel, followup.channel) AS channel, followup.kind AS kind,
       CASE followup.source WHEN 'complaint' THEN 'complaint-' || followup.complaint
                            WHEN 'plan' THEN 'plan-' || followup.job END AS origin
FROM followup JOIN customer ON customer.id = followup.customer
     LEFT JOIN job ON job.id = followup.job LEFT JOIN device ON device.id = job.device
WHERE followup.state = 'open' AND followup.deleted_at IS NULL AND followup.due <= ?1 AND customer.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM complaint WHERE complaint.customer = followup.customer
                  AND complaint.id IS NOT followup.complaint
                  AND complaint.resolved IS NULL AND complaint.deleted_at IS NULL)
--@customer AND followup.customer = ?3
--@job AND followup.job = ?4
