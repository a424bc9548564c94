-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The complaint that the answer ?1 opened: one that stands, else one that is deleted; 0: none.
SELECT coalesce((SELECT id FROM complaint WHERE feedback = ?1 AND deleted_at IS NULL LIMIT 1),
                (SELECT id FROM complaint WHERE feedback = ?1 LIMIT 1), 0)
