-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Complaints received in a period, with their first answer: what was settled has been answered. Whoever is deleted is in
-- no figure.
SELECT complaint.id, complaint.received, coalesce(complaint.acknowledged, complaint.resolved) AS answered
FROM complaint JOIN customer ON customer.id = complaint.customer
WHERE complaint.received BETWEEN ?1 AND ?2 AND complaint.deleted_at IS NULL AND customer.deleted_at IS NULL
ORDER BY complaint.received
