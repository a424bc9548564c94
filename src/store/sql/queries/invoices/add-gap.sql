-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The numbers ?2 to ?3 of the series ?1 were given out elsewhere. ?4 why, ?5 when that was found
INSERT INTO gap (series, first, last, reason, at) VALUES (?1, ?2, ?3, ?4, ?5)
