-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether a file brought the record ?1, as long as that import's rows are kept.
SELECT EXISTS (SELECT 1 FROM import_row WHERE record = ?1 AND result = 'new')
