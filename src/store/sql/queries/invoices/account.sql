-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices of the customer ?1 that are not settled: with something open, or something to pay back.
SELECT id FROM invoice
WHERE customer = ?1 AND deleted_at IS NULL AND number IS NOT NULL AND type <> '381'
  AND (state IN ('issued', 'part') OR to_pay_back > 0)
ORDER BY issued_at, id
