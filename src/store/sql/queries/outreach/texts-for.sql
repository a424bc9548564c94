-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The texts for messages: those of the situation ?1 first, of them those in the language ?2.
SELECT id FROM text
WHERE deleted_at IS NULL
ORDER BY situation <> ?1, coalesce(language, '') <> ?2, sort_key
LIMIT 200
