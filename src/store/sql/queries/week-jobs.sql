-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is promised for the days ?1 .. ?2 and not ready yet.
SELECT job.promised FROM job JOIN customer ON customer.id = job.customer
WHERE job.status IN ('received', 'waiting', 'working') AND job.deleted_at IS NULL AND job.promised BETWEEN ?1 AND ?2
  AND customer.deleted_at IS NULL
