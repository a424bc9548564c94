-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can be done with the import ?1: 1 take it back, 0 it was taken back, 2 nothing any more.
SELECT CASE state WHEN 'reverted' THEN 0 WHEN 'closed' THEN 2 ELSE 1 END FROM import WHERE id = ?1
