-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last number that was given out, of each series of documents.
SELECT substr(series, 9), last FROM counter WHERE series LIKE 'invoice-%' ORDER BY series
