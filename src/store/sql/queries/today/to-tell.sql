-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that are ready while nobody has told the customer.
SELECT job.id AS record, job.finished AS at, customer.id AS customer, customer.name AS name, job.id AS job,
       coalesce(device.name, job.kind) AS what, device.kind AS sort, customer.channel AS channel
FROM job
  INDEXED BY job_to_tell --@shop
  JOIN customer ON customer.id = job.customer LEFT JOIN device ON device.id = job.device
WHERE job.status = 'ready' AND job.told IS NULL AND job.deleted_at IS NULL AND customer.deleted_at IS NULL
--@customer AND job.customer = ?3
--@job AND job.id = ?4
