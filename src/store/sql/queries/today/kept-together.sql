-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Follow-ups of the customer ?1 seen to at ?2 for which no contact stands that names them.
SELECT id FROM followup WHERE customer = ?1 AND state = 'done' AND done = ?2 AND deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM interaction WHERE interaction.followup = followup.id AND interaction.deleted_at IS NULL)
