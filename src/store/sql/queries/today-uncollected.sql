-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Devices whose owners were told at least two weeks ago and that are still here.
SELECT job.id, job.told, NULL, customer.id, customer.name, job.id, NULL,
       coalesce(device.name, job.kind), job.number, customer.channel, NULL
FROM job JOIN customer ON customer.id = job.customer LEFT JOIN device ON device.id = job.device
WHERE job.status = 'ready' AND job.told < ?2 - 14 * 86400 AND job.deleted_at IS NULL AND customer.deleted_at IS NULL
ORDER BY job.told
