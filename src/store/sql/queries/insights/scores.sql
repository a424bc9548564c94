-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Answers of a period: ?1 .. ?2 as instants.
SELECT id, customer, at, score, satisfaction, job FROM live_feedback
WHERE at BETWEEN ?1 AND ?2 ORDER BY at, id
