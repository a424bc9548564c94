-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The number of the job ?1, deleted or not.
SELECT number FROM job WHERE id = ?1
