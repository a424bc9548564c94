-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All drafts, and which of them say that they are of ?1: the member ?2 of what was written names it.
SELECT key, CASE WHEN instr(body, ?1) > 0 AND json_valid(body)
                 THEN coalesce(CAST(json_extract(body, ?2) AS TEXT) = ?1, 0) ELSE 0 END
FROM draft
