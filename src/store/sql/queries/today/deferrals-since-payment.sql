-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What put off or let go the lines of rule ?2 about the document ?1, or the invoice that it corrects, after the payment ?3 was
-- recorded.
SELECT id FROM deferral
WHERE record IN (?1, (SELECT corrects FROM invoice WHERE id = ?1)) AND rule = ?2 AND id > ?3 AND deleted_at IS NULL
