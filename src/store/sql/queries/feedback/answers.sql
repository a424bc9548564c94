-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What customers answered, the latest first.
SELECT id FROM feedback
WHERE deleted_at IS NULL
  AND EXISTS (SELECT 1 FROM customer WHERE customer.id = feedback.customer AND customer.deleted_at IS NULL)
ORDER BY at DESC
