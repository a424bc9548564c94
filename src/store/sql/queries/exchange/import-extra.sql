-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a row brought along beside its own record, and how it was then.
INSERT INTO import_row (import, result, kind, record, after) VALUES (?1, 'new', ?2, ?3, ?4)
