-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What can be done with the import ?1: 1 take it back, 0 it was taken back whole, 2 nothing any more. What was kept for a
-- change may be taken back once the change is.
SELECT
    CASE state
        WHEN 'reverted' THEN EXISTS (SELECT 1 FROM import_row WHERE import = ?1 AND reverted = 'kept')
        WHEN 'closed' THEN 2
        ELSE 1
    END
FROM import
WHERE id = ?1
