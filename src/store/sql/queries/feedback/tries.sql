-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often somebody here wrote to or called the customer ?1 since ?2 about the complaint ?3 (0: a new one), which is about
-- the job ?4 and was first answered at ?5 (0: none, not yet). Its first answer is one, and so is what was asked after it.
-- Any other contact is one unless it says what else it was about: a greeting, thanks or a reminder by its class, another
-- step, another job; that a job is ready, an invoice, one that is overdue, another complaint, by the instant it left in
-- what it was about; and what was put off by it.
SELECT count(*) FROM interaction
WHERE customer = ?1 AND at >= ?2 AND direction = 'out' AND deleted_at IS NULL AND coalesce(automatic, 0) = 0
  AND (at = ?5
    OR EXISTS (SELECT 1 FROM followup WHERE followup.id = interaction.followup AND followup.complaint = ?3)
    OR (coalesce(class, 'service') = 'service' AND followup IS NULL AND (job IS NULL OR job = ?4)
      AND NOT EXISTS (SELECT 1 FROM job WHERE job.id = interaction.job AND job.told = interaction.at)
      AND NOT EXISTS (
        SELECT 1 FROM invoice
        WHERE invoice.customer = ?1 AND interaction.at IN (invoice.told, invoice.reminded))
      AND NOT EXISTS (
        SELECT 1 FROM deferral
        WHERE deferral.record = interaction.job AND deferral.rule = 'uncollected'
          AND deferral.created = interaction.created)
      AND NOT EXISTS (
        SELECT 1 FROM invoice JOIN deferral ON deferral.record = invoice.id AND deferral.rule = 'overdue'
        WHERE invoice.customer = ?1 AND deferral.created = interaction.created)
      AND NOT EXISTS (
        SELECT 1 FROM complaint
        WHERE complaint.customer = ?1 AND complaint.id <> ?3
          AND (complaint.acknowledged = interaction.at
            OR EXISTS (
              SELECT 1 FROM deferral
              WHERE deferral.record = complaint.id AND deferral.rule = 'complaint'
                AND deferral.created = interaction.created)))))
