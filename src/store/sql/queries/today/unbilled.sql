-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that are done and have an agreed price that is not all billed by invoices that stand, and whether something of it is
-- (service/jobs/to-bill.h says how much).
SELECT job.id AS record, job.finished AS at, customer.id AS customer, customer.name AS name, job.id AS job,
       coalesce(device.name, job.kind) AS what, device.kind AS sort, job.number AS number, job.agreed AS amount,
       job.currency AS currency,
       EXISTS (SELECT 1 FROM invoice
               WHERE invoice.job = job.id AND invoice.type = '380' AND invoice.number IS NOT NULL
                 AND invoice.state <> 'cancelled' AND invoice.deleted_at IS NULL) AS billed
FROM job JOIN customer ON customer.id = job.customer LEFT JOIN device ON device.id = job.device
WHERE job.to_bill = 1 AND job.deleted_at IS NULL AND customer.deleted_at IS NULL
--@customer AND job.customer = ?3
--@job AND job.id = ?4
