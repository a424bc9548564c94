-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether anything of the invoice ?1, its credit notes and their payments changed since ?2, but the payment ?3.
SELECT EXISTS (SELECT 1 FROM invoice WHERE id = ?1 AND changed > ?2)
       OR EXISTS (SELECT 1 FROM invoice WHERE corrects = ?1 AND changed > ?2)
       OR EXISTS (SELECT 1 FROM payment WHERE invoice = ?1 AND id <> ?3 AND changed >= ?2)
       OR EXISTS (SELECT 1 FROM payment WHERE invoice IN (SELECT id FROM invoice WHERE corrects = ?1)
                  AND id <> ?3 AND changed >= ?2)
