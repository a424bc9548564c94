-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Complaints that somebody has answered and nobody has settled.
SELECT complaint.id AS record, complaint.acknowledged AS at, customer.id AS customer, customer.name AS name,
       complaint.job AS job, complaint.words AS what, coalesce(complaint.channel, customer.channel) AS channel
FROM complaint JOIN customer ON customer.id = complaint.customer
WHERE complaint.resolved IS NULL AND complaint.deleted_at IS NULL AND (complaint.acknowledged IS NOT NULL) = 1
  AND customer.deleted_at IS NULL
--@customer AND complaint.customer = ?3
--@job AND complaint.job = ?4
