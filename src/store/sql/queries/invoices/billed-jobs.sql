-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest documents with the moment their work was done; as many as a shop issues in a few weeks, since what
-- was usual last year is not usual now.
SELECT job.finished, invoice.issued FROM invoice JOIN job ON job.id = invoice.job
WHERE invoice.number IS NOT NULL AND invoice.type = '380' AND invoice.state <> 'cancelled' AND job.finished IS NOT NULL
ORDER BY invoice.issue_order DESC
LIMIT 60
