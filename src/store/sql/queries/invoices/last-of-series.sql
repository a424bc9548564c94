-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last number that was given out of the series ?1.
SELECT last FROM counter WHERE series = ?1
