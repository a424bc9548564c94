-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Imports that can still be taken back were run ?1 later, and none after ?2: then at this time of that day.
UPDATE import SET at = at + ?1 - max(0, (at + ?1 - ?2 + 86399) / 86400 * 86400)
WHERE state <> 'closed' AND (?1 <> 0 OR at > ?2)
