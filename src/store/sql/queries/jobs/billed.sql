-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What invoices that stand have billed of the job ?1, in its currency and price mode; today/unbilled says the same.
SELECT coalesce(sum(CASE job.prices WHEN 'net' THEN invoice.net ELSE invoice.gross END), 0)
FROM job JOIN invoice ON invoice.job = job.id
WHERE job.id = ?1 AND invoice.type = '380' AND invoice.number IS NOT NULL AND invoice.state <> 'cancelled'
  AND invoice.deleted_at IS NULL AND invoice.currency = job.currency
