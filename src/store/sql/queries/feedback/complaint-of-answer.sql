-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The complaint that the answer ?1 opened.
SELECT id FROM complaint WHERE feedback = ?1
