-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The series ?1 goes on behind ?2, or where it is if that is more.
INSERT INTO counter (series, last) VALUES (?1, ?2)
ON CONFLICT (series) DO UPDATE SET last = max(last, excluded.last)
