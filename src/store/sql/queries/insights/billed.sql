-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The day the invoice of the job ?1 was issued, as insights/jobs counts it; NULL: not billed yet.
SELECT min(invoice.issued) FROM invoice
WHERE invoice.job = ?1 AND invoice.number IS NOT NULL AND invoice.type = '380' AND invoice.state <> 'cancelled'
