-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices of the days ?1 to ?2 in the currency ?3, the latest first.
SELECT id FROM invoice
WHERE number IS NOT NULL AND issued BETWEEN ?1 AND ?2 AND currency = ?3
ORDER BY issued DESC, id DESC
