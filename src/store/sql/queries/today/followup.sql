-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Open follow-ups that are due by ?1. While a complaint of the customer is open, all of them wait but its own
-- steps (rules-care C1), and so does the question that is asked after it; or, where ?5 is not 0, while one was open at that
-- instant, but for that which the answer ?6 opened. The customer's own wish counts more than the plan's. A plan asks how it went once its job's invoices
-- are settled, or nobody is reminded of what is left of them any more, and the shop owes the customer nothing of any (a tip that
-- was let go is not owed), and is not late before that.
SELECT followup.id AS record,
       CASE WHEN followup.kind = 'feedback' AND followup.source IS 'plan' THEN max(followup.due, coalesce((
           SELECT max(payment.date) FROM invoice JOIN payment ON payment.invoice = invoice.id
           WHERE invoice.job = followup.job AND payment.amount > 0 AND payment.deleted_at IS NULL), ''), coalesce((
           SELECT max(payment.date) FROM payment
           WHERE payment.customer = followup.customer AND payment.amount < 0 AND payment.deleted_at IS NULL), ''), coalesce((
           SELECT max(date(deferral.created, 'unixepoch', 'localtime'))
           FROM invoice JOIN deferral ON deferral.record = invoice.id
           WHERE invoice.job = followup.job AND invoice.state IN ('issued', 'part') AND invoice.deleted_at IS NULL
           AND deferral.rule = 'overdue' AND deferral.until IS NULL AND deferral.deleted_at IS NULL), ''))
       ELSE followup.due END AS due,
       customer.id AS customer, customer.name AS name, followup.created AS made,
       followup.job AS job, followup.title AS title, coalesce(device.name, job.kind) AS thing,
       coalesce(customer.channel, followup.channel) AS channel, followup.kind AS kind,
       CASE followup.source WHEN 'complaint' THEN 'complaint-' || followup.complaint
                            WHEN 'plan' THEN 'plan-' || followup.job END AS origin
FROM followup JOIN customer ON customer.id = followup.customer
     LEFT JOIN job ON job.id = followup.job LEFT JOIN device ON device.id = job.device
WHERE followup.state = 'open' AND followup.deleted_at IS NULL AND followup.due <= ?1 AND customer.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM complaint WHERE complaint.customer = followup.customer
                  AND (complaint.id IS NOT followup.complaint OR followup.source IS 'complaint')
                  AND (complaint.resolved IS NULL OR complaint.resolved > nullif(?5, 0))
                  AND (?5 = 0 OR (complaint.received <= ?5 AND complaint.feedback IS NOT ?6))
                  AND complaint.deleted_at IS NULL)
  AND NOT (followup.kind = 'feedback' AND followup.source IS 'plan' AND EXISTS (
      SELECT 1 FROM invoice WHERE invoice.job = followup.job AND invoice.type = '380'
      AND invoice.state IN ('issued', 'part') AND invoice.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM deferral WHERE deferral.until IS NULL AND deferral.id = (
          SELECT max(newest.id) FROM deferral AS newest
          WHERE newest.record = invoice.id AND newest.rule = 'overdue' AND newest.deleted_at IS NULL))))
  AND NOT (followup.kind = 'feedback' AND followup.source IS 'plan' AND EXISTS (
      SELECT 1 FROM invoice WHERE invoice.customer = followup.customer AND invoice.to_pay_back > 0
      AND invoice.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM deferral WHERE deferral.until IS NULL AND deferral.id = (
          SELECT max(newest.id) FROM deferral AS newest
          WHERE newest.record = invoice.id AND newest.rule = 'pay-back' AND newest.deleted_at IS NULL))))
--@customer AND followup.customer = ?3
--@job AND followup.job = ?4
