-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether another price was agreed for the job ?1 since the deferral ?2 was made.
SELECT EXISTS (SELECT 1 FROM event WHERE job = ?1 AND name = 'price' AND id > ?2 AND deleted_at IS NULL)
