-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Open follow-ups of the days ?1 .. ?2.
SELECT followup.due, followup.kind, coalesce(followup.channel, customer.channel)
FROM followup JOIN customer ON customer.id = followup.customer
WHERE followup.state = 'open' AND followup.deleted_at IS NULL AND followup.due BETWEEN ?1 AND ?2
  AND customer.deleted_at IS NULL
