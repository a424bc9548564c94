-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the file ?2 of the import ?1 brought a document of the series ?3 ("invoice-2026", "job-2026").
SELECT EXISTS (
    SELECT 1 FROM import_row JOIN invoice ON invoice.id = import_row.record
    WHERE import = ?1 AND file = ?2 AND import_row.kind = 'invoice' AND result = 'new'
      AND number IS NOT NULL AND 'invoice-' || series = ?3
    UNION ALL
    SELECT 1 FROM import_row JOIN job ON job.id = import_row.record
    WHERE import = ?1 AND file = ?2 AND import_row.kind = 'job' AND result = 'new'
      AND 'job-' || substr(number, 1, 4) = ?3)
