-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Customers whose first job was taken in between the instants ?1 and ?2; one that was cancelled was none. Of several in
-- one instant, the first that was written down.
SELECT job.id, customer.id, customer.name, job.received, customer.channel
FROM job JOIN customer ON customer.id = job.customer
WHERE job.received BETWEEN ?1 AND ?2 AND job.deleted_at IS NULL AND job.status <> 'cancelled' AND customer.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM job AS earlier WHERE earlier.customer = job.customer
                  AND (earlier.received < job.received OR (earlier.received = job.received AND earlier.id < job.id))
                  AND earlier.deleted_at IS NULL AND earlier.status <> 'cancelled')
--@customer AND job.customer = ?3
ORDER BY job.received
