-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that are done and have an agreed price, without an issued invoice that stands.
SELECT job.id, job.finished, NULL, customer.id, customer.name, job.id, NULL,
       coalesce(device.name, job.kind), job.number, NULL, job.agreed
FROM job JOIN customer ON customer.id = job.customer LEFT JOIN device ON device.id = job.device
WHERE job.to_bill = 1 AND job.deleted_at IS NULL AND customer.deleted_at IS NULL
ORDER BY job.finished
