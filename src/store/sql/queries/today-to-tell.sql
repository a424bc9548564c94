-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that are ready while nobody has told the customer.
SELECT job.id, job.finished, NULL, customer.id, customer.name, job.id, NULL,
       coalesce(device.name, job.kind), job.number, customer.channel, NULL
FROM job INDEXED BY job_to_tell JOIN customer ON customer.id = job.customer LEFT JOIN device ON device.id = job.device
WHERE job.status = 'ready' AND job.told IS NULL AND job.deleted_at IS NULL AND customer.deleted_at IS NULL
ORDER BY job.finished
