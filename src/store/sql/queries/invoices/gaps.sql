-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Numbers that were given out elsewhere, in the order of their series: from, to and why.
SELECT series, first, last, reason FROM gap ORDER BY series, first
