-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The agreed price of the job ?1 that the first change after the deferral ?2 was made took the place of.
SELECT before FROM event
WHERE id = (SELECT min(id) FROM event WHERE job = ?1 AND name = 'price' AND id > ?2 AND deleted_at IS NULL)
