-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the newest customer or job from before ?1 was written down; none: no row.
SELECT created FROM (SELECT created FROM customer UNION ALL SELECT created FROM job)
WHERE created < ?1 ORDER BY created DESC LIMIT 1
