-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the customer ?1 has a complaint that is not settled, about the job ?2 or about none.
SELECT EXISTS (
    SELECT 1 FROM complaint
    WHERE customer = ?1 AND resolved IS NULL AND deleted_at IS NULL AND (job IS NULL OR job = ?2))
