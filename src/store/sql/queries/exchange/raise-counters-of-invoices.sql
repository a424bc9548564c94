-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each series goes on behind the highest number of it that the file ?2 of the import ?1 brought.
INSERT INTO counter (series, last)
SELECT 'invoice-' || series, max(sequence) FROM import_row CROSS JOIN invoice ON invoice.id = record
WHERE import = ?1 AND file = ?2 AND import_row.kind = 'invoice' AND result = 'new'
  AND number IS NOT NULL AND series IS NOT NULL
GROUP BY series
ON CONFLICT (series) DO UPDATE SET last = max(last, excluded.last)
