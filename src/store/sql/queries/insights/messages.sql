-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conversations that customers began in a period by writing, and the first human answer to each (rules-metrics M8). A
-- message begins one when nothing was said before it, or when what was said last was an answer of ours; not when it
-- replies to what we wrote first, up to 30 days before. Who calls or stands at the counter is answered as they speak;
-- what is a complaint as well is counted there.
SELECT message.id, message.at,
       (SELECT answer.at FROM interaction AS answer
        WHERE answer.customer = message.customer AND answer.at >= message.at AND answer.direction = 'out'
          AND coalesce(answer.automatic, 0) = 0 AND answer.deleted_at IS NULL
        ORDER BY answer.at LIMIT 1)
FROM interaction AS message
     LEFT JOIN interaction AS last ON last.id = (
        SELECT id FROM interaction AS said
        WHERE said.customer = message.customer AND said.at <= message.at
        AND (said.at < message.at OR said.id < message.id) AND said.deleted_at IS NULL AND coalesce(said.automatic, 0) = 0
        AND (said.direction = 'out' OR (said.direction = 'in' AND said.channel NOT IN ('phone', 'counter', 'note')))
        ORDER BY said.at DESC, said.id DESC LIMIT 1)
     LEFT JOIN interaction AS earlier ON earlier.id = (
        SELECT id FROM interaction AS said
        WHERE said.customer = last.customer AND said.at <= last.at
        AND (said.at < last.at OR said.id < last.id) AND said.deleted_at IS NULL AND coalesce(said.automatic, 0) = 0
        AND (said.direction = 'out' OR (said.direction = 'in' AND said.channel NOT IN ('phone', 'counter', 'note')))
        ORDER BY said.at DESC, said.id DESC LIMIT 1)
WHERE message.direction = 'in' AND message.at BETWEEN ?1 AND ?2 AND message.deleted_at IS NULL
  AND message.channel NOT IN ('phone', 'counter', 'note') AND coalesce(message.automatic, 0) = 0
  AND (last.id IS NULL
       OR (last.direction = 'out' AND (earlier.direction IS 'in' OR last.at < message.at - 2592000)))
  AND NOT EXISTS (
      SELECT 1 FROM complaint
      WHERE complaint.customer = message.customer AND complaint.deleted_at IS NULL
        AND complaint.received BETWEEN message.at - 86400 AND message.at + 86400
        AND (complaint.channel IS NULL OR complaint.channel = message.channel))
ORDER BY message.at
