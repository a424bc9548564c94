-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs finished in a period, the latest first, and the day their invoice was issued.
SELECT job.id, job.finished,
       (SELECT min(invoice.issued) FROM invoice
        WHERE invoice.job = job.id AND invoice.number IS NOT NULL AND invoice.type = '380' AND invoice.state <> 'cancelled')
FROM live_job AS job WHERE job.finished BETWEEN ?1 AND ?2 AND job.agreed > 0 ORDER BY job.finished DESC
