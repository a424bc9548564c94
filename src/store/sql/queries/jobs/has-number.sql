-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether a job has the number ?1, deleted or not.
SELECT EXISTS (SELECT 1 FROM job WHERE number = ?1)
