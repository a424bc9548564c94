-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Complaints that nobody has answered yet, the oldest first.
SELECT complaint.id, complaint.received, NULL, customer.id, customer.name, complaint.job, NULL,
       complaint.words, NULL, coalesce(complaint.channel, customer.channel), NULL
FROM complaint JOIN customer ON customer.id = complaint.customer
WHERE complaint.resolved IS NULL AND complaint.deleted_at IS NULL AND (complaint.acknowledged IS NOT NULL) = 0
  AND customer.deleted_at IS NULL
ORDER BY complaint.received
