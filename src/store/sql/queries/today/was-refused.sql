-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether an import refused the record ?1.
SELECT EXISTS (SELECT 1 FROM import_row WHERE record = ?1 AND result = 'refused')
