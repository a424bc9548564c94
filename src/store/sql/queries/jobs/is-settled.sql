-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether nothing of the job ?1 is left to bill: an invoice stands that was issued when the work was done, or deposits come
-- to the agreed ?2, with tax or (?3 = 'net') without.
SELECT EXISTS (SELECT 1 FROM invoice WHERE job = ?1 AND type = '380' AND number IS NOT NULL AND state <> 'cancelled'
               AND deleted_at IS NULL AND early_reason IS NULL)
       OR coalesce((SELECT sum(CASE ?3 WHEN 'net' THEN net ELSE gross END) FROM invoice
                    WHERE job = ?1 AND type = '380' AND number IS NOT NULL AND state <> 'cancelled'
                      AND deleted_at IS NULL), 0) >= ?2
