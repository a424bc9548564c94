-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contact about the complaint ?1, received at ?2, that answered it first: from a person, to whoever was reached (its
-- outcome is none of the words ?3, a JSON array in small letters).
SELECT id FROM interaction
WHERE complaint = ?1 AND at >= ?2 AND direction = 'out' AND channel <> 'note' AND class IS NOT 'marketing'
  AND deleted_at IS NULL AND coalesce(automatic, 0) = 0
  AND coalesce(lower(trim(outcome)), '') NOT IN (SELECT value FROM json_each(?3))
ORDER BY at, id LIMIT 1
