-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether an unlock code of the job ?1 is kept.
SELECT EXISTS (SELECT 1 FROM job WHERE id = ?1 AND has_code = 1)
