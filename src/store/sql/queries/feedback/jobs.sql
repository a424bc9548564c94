-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The jobs of the customer ?1 that an answer may be about, the latest first, at most ?3; the one that was chosen, ?2, even if
-- it was deleted since.
SELECT id FROM job WHERE customer = ?1 AND (deleted_at IS NULL OR id = ?2) ORDER BY received DESC LIMIT ?3
