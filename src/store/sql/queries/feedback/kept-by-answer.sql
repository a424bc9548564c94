-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Follow-ups that the answer ?3 of the customer ?1, given at ?2 about the job ?4, saw to. Where something else was said in
-- the same instant, those of that job alone.
SELECT id FROM followup
WHERE customer = ?1 AND state = 'done' AND done = ?2 AND deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM interaction WHERE interaction.followup = followup.id AND interaction.deleted_at IS NULL)
  AND (job = ?4
       OR NOT EXISTS (SELECT 1 FROM feedback WHERE feedback.customer = ?1 AND feedback.at = ?2 AND feedback.id <> ?3
                      AND feedback.deleted_at IS NULL
                      UNION ALL
                      SELECT 1 FROM interaction WHERE interaction.customer = ?1 AND interaction.at = ?2
                      AND interaction.followup IS NOT NULL AND interaction.deleted_at IS NULL))
