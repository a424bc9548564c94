-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The settings of the shop with their values.
SELECT key, value FROM setting ORDER BY key
