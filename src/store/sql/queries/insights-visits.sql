-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every visit of the customers who came in a period, ?1 .. ?2 as instants.
SELECT job.id, job.customer, job.received, job.comes_back_of IS NOT NULL FROM job
WHERE job.customer IN (SELECT customer FROM job WHERE received BETWEEN ?1 AND ?2 AND deleted_at IS NULL)
  AND job.received IS NOT NULL AND job.deleted_at IS NULL
