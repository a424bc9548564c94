-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The complaint about the job ?1.
SELECT coalesce(max(id), 0) FROM complaint WHERE job = ?1
