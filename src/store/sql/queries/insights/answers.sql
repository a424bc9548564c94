-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest answer of each customer in a period, as the score counts them, whose score is ?3 to ?4.
SELECT id FROM live_feedback AS answer
WHERE at BETWEEN ?1 AND ?2 AND score IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM feedback AS later
                  WHERE later.customer = answer.customer AND later.at BETWEEN ?1 AND ?2 AND later.score IS NOT NULL
                    AND later.deleted_at IS NULL AND (later.at, later.id) > (answer.at, answer.id))
  AND score BETWEEN ?3 AND ?4
ORDER BY at DESC
