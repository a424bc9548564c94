-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Devices whose owners were told before the instant ?2 and that are still here.
SELECT job.id AS record, job.told AS at, customer.id AS customer, customer.name AS name, job.id AS job,
       coalesce(device.name, job.kind) AS what, device.kind AS sort, job.number AS number, customer.channel AS channel
FROM job JOIN customer ON customer.id = job.customer LEFT JOIN device ON device.id = job.device
WHERE job.status = 'ready' AND job.told < ?2 AND job.deleted_at IS NULL AND customer.deleted_at IS NULL
--@customer AND job.customer = ?3
--@job AND job.id = ?4
