-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every visit, but for jobs that were cancelled, by customer and time: whether it only came back, its kind, and after how many months and days its plan
-- calls the next service.
SELECT job.id, job.customer, job.received, job.comes_back_of IS NOT NULL, nullif(lower(trim(job.kind)), ''),
       step.months, step.days
FROM job
JOIN customer ON customer.id = job.customer AND customer.deleted_at IS NULL
LEFT JOIN plan_step AS step ON step.id = (
    SELECT id FROM plan_step WHERE owner = job.plan AND kind = 'service' ORDER BY position LIMIT 1)
WHERE job.received IS NOT NULL AND job.status <> 'cancelled' AND job.deleted_at IS NULL ORDER BY job.customer, job.received
