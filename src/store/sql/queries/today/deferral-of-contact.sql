-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What put off the line of rule ?2 about record ?1 in the instant ?3, when a contact about it was written down.
SELECT max(id) FROM deferral WHERE record = ?1 AND rule = ?2 AND created = ?3 AND deleted_at IS NULL
