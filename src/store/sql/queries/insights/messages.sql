-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conversations that customers began in a period by writing, and the first human answer to each (rules-metrics M8). A
-- message begins one when nothing was said in the 30 days before it, or when what was said last was ours and they had
-- been heard before: the last in a row of answers, or one that came late. It begins none when it follows another that
-- still waits, or replies to what we wrote first. Marketing answers nobody, nor does a call that nobody took (its outcome
-- is one of the words ?3, a JSON array in small letters). Who calls or stands at the counter is answered as they speak.
-- What is a complaint as well is counted there: a message that says so, or one by the same way within a day, or within an hour
-- where nobody wrote down by which way it came. Whoever is deleted is in no figure.
WITH said AS NOT MATERIALIZED (
    SELECT id, customer, direction, channel, at, complaint FROM interaction
    WHERE deleted_at IS NULL AND coalesce(automatic, 0) = 0
      AND ((direction = 'in' AND channel NOT IN ('phone', 'counter', 'note'))
           OR (direction = 'out' AND class IS NOT 'marketing'
               AND coalesce(lower(trim(outcome)), '') NOT IN (SELECT value FROM json_each(?3)))))
SELECT message.id, message.at,
       (SELECT answer.at FROM said AS answer
        WHERE answer.customer = message.customer AND answer.at >= message.at AND answer.direction = 'out'
        ORDER BY answer.at LIMIT 1) AS answered
FROM said AS message JOIN customer ON customer.id = message.customer
     LEFT JOIN interaction AS last ON last.id = (
        SELECT id FROM said
        WHERE said.customer = message.customer AND said.at <= message.at
        AND (said.at < message.at OR said.id < message.id)
        ORDER BY said.at DESC, said.id DESC LIMIT 1)
WHERE message.direction = 'in' AND message.at BETWEEN ?1 AND ?2
  AND customer.deleted_at IS NULL
  AND CASE
      WHEN last.id IS NULL OR last.at < message.at - 2592000 THEN NOT EXISTS (
          SELECT 1 FROM interaction AS offer
          WHERE offer.customer = message.customer AND offer.at BETWEEN message.at - 2592000 AND message.at
            AND offer.direction = 'out' AND offer.class = 'marketing' AND coalesce(offer.automatic, 0) = 0
            AND offer.deleted_at IS NULL)
      WHEN last.direction = 'out' THEN EXISTS (
          SELECT 1 FROM said AS heard
          WHERE heard.customer = message.customer AND heard.direction = 'in'
            AND heard.at <= last.at AND (heard.at < last.at OR heard.id < last.id)
            AND (heard.at >= last.at - 2592000
                 OR last.id = (SELECT answer.id FROM said AS answer
                               WHERE answer.customer = message.customer AND answer.direction = 'out'
                                 AND answer.at >= heard.at AND (answer.at > heard.at OR answer.id > heard.id)
                               ORDER BY answer.at, answer.id LIMIT 1)))
      ELSE 0 END
  AND message.complaint IS NULL
  AND NOT EXISTS (
      SELECT 1 FROM complaint
      WHERE complaint.customer = message.customer AND complaint.deleted_at IS NULL
        AND ((complaint.channel = message.channel
              AND complaint.received BETWEEN message.at - 86400 AND message.at + 86400)
             OR (complaint.channel IS NULL
                 AND complaint.received BETWEEN message.at - 3600 AND message.at + 3600)))
ORDER BY message.at
