-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many jobs the device ?1 had.
SELECT count(*) FROM job WHERE device = ?1 AND deleted_at IS NULL
