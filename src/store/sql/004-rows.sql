-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 4 says otherwise of rows that were written by an older one. {older} is which those are, by their id
-- (src/store/schema.c).

-- A contact marked its step with the instant in which it was written down, if that was another than its own.
UPDATE followup SET done = (
    SELECT min(at) FROM interaction
    WHERE interaction.followup = followup.id AND interaction.created = followup.done AND interaction.deleted_at IS NULL)
WHERE state = 'done' AND {older} AND EXISTS (
    SELECT 1 FROM interaction
    WHERE interaction.followup = followup.id AND interaction.created = followup.done AND interaction.deleted_at IS NULL);

-- The step that a contact names, and what was marked in the same instant and is named by none; or, of one that is deleted,
-- what waits again since that instant. Where the contact stands and the step waits all the same, nobody was reached, or
-- somebody opened it again.
UPDATE interaction SET seen_to = followup || coalesce((
    SELECT group_concat(' ' || step.id, '') FROM followup AS named, followup AS step
    WHERE named.id = interaction.followup AND named.state = 'done' AND named.done = interaction.at
      AND step.customer = named.customer AND step.id <> named.id AND step.state = 'done' AND step.done = interaction.at
      AND NOT EXISTS (SELECT 1 FROM interaction AS other
                      WHERE other.followup = step.id AND other.deleted_at IS NULL)), '')
  || coalesce((
    SELECT group_concat(' ' || step.id, '') FROM followup AS step
    WHERE step.customer = interaction.customer AND step.id <> interaction.followup AND step.state = 'open'
      AND step.deleted_at IS NULL AND step.changed = interaction.deleted_at), '')
WHERE followup IS NOT NULL AND {older}
  AND NOT (deleted_at IS NULL
           AND EXISTS (SELECT 1 FROM followup AS named
                       WHERE named.id = interaction.followup AND named.state = 'open' AND named.deleted_at IS NULL));

-- What was marked when an answer was given; where something else was said in the same instant, that of its job alone. And the
-- question about its job that had been seen to by then: a further answer to it stands for it when the first goes. Of one that
-- is deleted, what waits again since that instant.
UPDATE feedback SET seen_to = (
    SELECT group_concat(step.id, ' ') FROM followup AS step
    WHERE step.customer = feedback.customer AND step.state = 'done' AND step.done = feedback.at
      AND NOT EXISTS (SELECT 1 FROM interaction AS contact
                      WHERE contact.followup = step.id AND contact.deleted_at IS NULL)
      AND (step.job = feedback.job
        OR NOT EXISTS (SELECT 1 FROM feedback AS other
                       WHERE other.customer = feedback.customer AND other.at = feedback.at AND other.id <> feedback.id
                         AND other.deleted_at IS NULL
                       UNION ALL
                       SELECT 1 FROM interaction AS contact
                       WHERE contact.customer = feedback.customer AND contact.at = feedback.at
                         AND contact.followup IS NOT NULL AND contact.deleted_at IS NULL))
      OR step.customer = feedback.customer AND step.job = feedback.job AND step.kind = 'feedback' AND step.state = 'done'
         AND step.done <= feedback.at AND step.deleted_at IS NULL
      OR step.customer = feedback.customer AND step.state = 'open' AND step.deleted_at IS NULL
         AND step.changed = feedback.deleted_at)
WHERE {older};
