-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What put off or let go the lines of rule ?2 about record ?1 after the instant ?3.
SELECT id FROM deferral WHERE record = ?1 AND rule = ?2 AND created > ?3 AND deleted_at IS NULL
