-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether it was a contact about the complaint ?1 that answered it first, at ?2.
SELECT EXISTS (SELECT 1 FROM interaction WHERE complaint = ?1 AND at = ?2 AND direction = 'out' AND deleted_at IS NULL)
