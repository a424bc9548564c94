-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every visit, by customer and time.
SELECT job.id, job.customer, job.received, job.comes_back_of IS NOT NULL FROM job
WHERE job.received IS NOT NULL AND job.deleted_at IS NULL ORDER BY job.customer, job.received
