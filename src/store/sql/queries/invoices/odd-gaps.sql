-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What stands as given out elsewhere and cannot have been: of no year, before the first number, from its end to its
-- beginning, behind the counter, which goes there with it, or twice. Of a series that gives none out, it may stand alone.
SELECT series, first, last FROM gap
WHERE series NOT GLOB '[0-9][0-9][0-9][0-9]' OR first < 1 OR last < first
   OR last > (SELECT counter.last FROM counter WHERE counter.series = 'invoice-' || gap.series)
   OR EXISTS (SELECT 1 FROM gap AS earlier WHERE earlier.series = gap.series AND earlier.id < gap.id
              AND earlier.first <= gap.last AND earlier.last >= gap.first)
ORDER BY series, first
