-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether an issued invoice of the job ?1 stands.
SELECT EXISTS (SELECT 1 FROM invoice WHERE job = ?1 AND type = '380' AND number IS NOT NULL AND state <> 'cancelled'
               AND deleted_at IS NULL)
