-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Issued invoices that were due before the day ?1 and are not paid, by their due dates.
SELECT id FROM invoice INDEXED BY invoice_open
WHERE state IN ('issued', 'part') AND deleted_at IS NULL AND type = '380' AND due_date < ?1
ORDER BY due_date
