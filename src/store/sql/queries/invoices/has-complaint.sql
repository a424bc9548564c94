-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the customer ?1 has a complaint that is not settled, about the job ?2 or about none.
SELECT EXISTS (
    SELECT 1 FROM complaint JOIN customer ON customer.id = complaint.customer
    WHERE complaint.customer = ?1 AND customer.deleted_at IS NULL AND resolved IS NULL
      AND complaint.deleted_at IS NULL AND (job IS NULL OR job = ?2))
