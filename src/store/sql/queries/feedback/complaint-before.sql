-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The complaint that the answer ?1 opened, and that went when the answer was put right.
SELECT id FROM complaint WHERE feedback = ?1 AND deleted_at IS NOT NULL AND id IN taken_back LIMIT 1
