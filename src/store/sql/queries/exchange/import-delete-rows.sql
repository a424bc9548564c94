-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Deletes rows of the import ?1, as many as hold nobody up.
DELETE FROM import_row WHERE id IN (SELECT id FROM import_row WHERE import = ?1 LIMIT 400)
