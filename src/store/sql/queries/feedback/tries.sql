-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often somebody here wrote to or called the customer ?1 since ?2, but to say that a job is ready, with an invoice or
-- because of one that is overdue: such a contact left its instant in what it was about.
SELECT count(*) FROM interaction
WHERE customer = ?1 AND at >= ?2 AND direction = 'out' AND deleted_at IS NULL AND coalesce(automatic, 0) = 0
  AND NOT EXISTS (SELECT 1 FROM job WHERE job.id = interaction.job AND job.told = interaction.at)
  AND NOT EXISTS (
    SELECT 1 FROM invoice
    WHERE invoice.customer = ?1 AND interaction.at IN (invoice.told, invoice.reminded))
