-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The log knows no more of the record ?1 than that it was there.
UPDATE import_row SET name = NULL, reason = NULL, before = NULL WHERE record = ?1
