-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the customer ?1 has an invoice that is issued.
SELECT EXISTS (SELECT 1 FROM invoice WHERE customer = ?1 AND number IS NOT NULL)
