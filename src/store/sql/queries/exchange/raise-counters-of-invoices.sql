-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each series goes on behind the highest number there is of it.
INSERT INTO counter (series, last)
SELECT 'invoice-' || series, max(sequence) FROM invoice
WHERE number IS NOT NULL AND series IS NOT NULL
GROUP BY series
ON CONFLICT (series) DO UPDATE SET last = max(last, excluded.last)
