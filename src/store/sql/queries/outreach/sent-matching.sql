-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was sent by the channel ?1 ('': any) to somebody whose name, or under a subject that, contains ?2; the latest first.
SELECT interaction.id FROM interaction JOIN customer ON customer.id = interaction.customer
WHERE direction = 'out' AND interaction.deleted_at IS NULL AND customer.deleted_at IS NULL
  AND (?1 = '' OR interaction.channel = ?1)
  AND (instr(lower(customer.name), lower(?2)) OR instr(lower(subject), lower(?2)))
ORDER BY at DESC
