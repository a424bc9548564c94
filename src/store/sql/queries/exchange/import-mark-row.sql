-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What became of the row ?1 when its import was taken back: ?2.
UPDATE import_row SET reverted = ?2 WHERE id = ?1
