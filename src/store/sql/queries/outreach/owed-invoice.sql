-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoice that the customer ?1 owes the longest.
SELECT id FROM invoice
WHERE customer = ?1 AND type = '380' AND state IN ('issued', 'part') AND deleted_at IS NULL
ORDER BY due_date
LIMIT 1
