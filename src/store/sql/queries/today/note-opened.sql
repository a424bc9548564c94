-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Somebody opened the follow-up ?2 again, by hand, at the instant ?1: what an import compares with.
INSERT INTO audit (at, op, detail) VALUES (?1, 'followup-opened', ?2)
