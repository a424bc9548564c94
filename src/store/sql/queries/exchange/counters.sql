-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last number of each series.
SELECT series, last FROM counter ORDER BY series
