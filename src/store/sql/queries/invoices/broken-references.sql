-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows that refer to something that is not there: whose, which, to what.
SELECT "table", rowid, parent FROM pragma_foreign_key_check
