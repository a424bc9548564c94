-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The setting ?1.
SELECT value FROM setting WHERE key = ?1
