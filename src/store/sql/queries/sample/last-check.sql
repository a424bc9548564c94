-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest service or warranty check that is due by the day ?1 and that no complaint holds up.
SELECT id FROM followup
WHERE state = 'open' AND due <= ?1 AND kind IN ('service', 'warranty')
  AND NOT EXISTS (SELECT 1 FROM complaint
                  WHERE complaint.customer = followup.customer AND complaint.resolved IS NULL)
ORDER BY due DESC, id
LIMIT 1
