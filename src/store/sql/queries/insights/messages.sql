-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages that customers began in a period, and the first human answer to each: a message counts as the first of a
-- conversation when nothing came in since the last human answer.
SELECT message.id, message.at,
       (SELECT answer.at FROM interaction AS answer
        WHERE answer.customer = message.customer AND answer.at >= message.at AND answer.direction = 'out'
          AND coalesce(answer.automatic, 0) = 0 AND answer.deleted_at IS NULL
        ORDER BY answer.at LIMIT 1)
FROM interaction AS message
WHERE message.direction = 'in' AND message.at BETWEEN ?1 AND ?2 AND message.deleted_at IS NULL
  AND NOT EXISTS (
      SELECT 1 FROM interaction AS earlier
      WHERE earlier.customer = message.customer AND earlier.direction = 'in' AND earlier.deleted_at IS NULL
        AND (earlier.at < message.at OR (earlier.at = message.at AND earlier.id < message.id))
        AND NOT EXISTS (
            SELECT 1 FROM interaction AS between_them
            WHERE between_them.customer = message.customer AND between_them.direction = 'out'
              AND coalesce(between_them.automatic, 0) = 0 AND between_them.deleted_at IS NULL
              AND between_them.at >= earlier.at AND between_them.at <= message.at))
ORDER BY message.at
