-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Customers whose names differ in accents and case only: their sort keys are from ?1 up to ?2; at most ?3.
SELECT id, name FROM customer WHERE sort_key >= ?1 AND sort_key < ?2 AND deleted_at IS NULL LIMIT ?3
