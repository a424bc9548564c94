-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 3 says otherwise of rows that were written by an older one. {older} is which those are, by their id
-- (src/store/schema.c).

-- Which complaint a contact was about was told from what it left: the first answer has its instant, and a later one put the
-- complaint off in the moment it was written down.
UPDATE interaction SET complaint = (
    SELECT complaint.id FROM complaint
    WHERE complaint.customer = interaction.customer AND complaint.received <= interaction.at
      AND (complaint.acknowledged = interaction.at
        OR EXISTS (SELECT 1 FROM deferral
                   WHERE deferral.record = complaint.id AND deferral.rule = 'complaint'
                     AND deferral.created = interaction.created))
    ORDER BY complaint.received DESC, complaint.id DESC LIMIT 1)
WHERE direction = 'out' AND coalesce(automatic, 0) = 0 AND {older};

-- Any other contact was, while one was open, unless it says what else it was about: a greeting, thanks or a reminder by its
-- class, a step, another job; that a job is ready or not collected, an invoice or one that is overdue, by what it left there.
UPDATE interaction SET complaint = (
    SELECT complaint.id FROM complaint
    WHERE complaint.customer = interaction.customer AND complaint.received <= interaction.at
      AND (complaint.resolved IS NULL OR complaint.resolved >= interaction.at)
      AND (interaction.job IS NULL OR interaction.job = complaint.job)
    ORDER BY complaint.received DESC, complaint.id DESC LIMIT 1)
WHERE complaint IS NULL AND direction = 'out' AND coalesce(automatic, 0) = 0 AND coalesce(class, 'service') = 'service'
  AND followup IS NULL AND {older}
  AND NOT EXISTS (SELECT 1 FROM job WHERE job.id = interaction.job AND job.told = interaction.at)
  AND NOT EXISTS (
    SELECT 1 FROM deferral
    WHERE deferral.record = interaction.job AND deferral.rule = 'uncollected' AND deferral.created = interaction.created)
  AND NOT EXISTS (
    SELECT 1 FROM invoice
    WHERE invoice.customer = interaction.customer
      AND (interaction.at IN (invoice.told, invoice.reminded)
        OR EXISTS (SELECT 1 FROM deferral
                   WHERE deferral.record = invoice.id AND deferral.rule = 'overdue'
                     AND deferral.created = interaction.created)));
