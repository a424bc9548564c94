-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the shop has a setting ?1.
SELECT EXISTS (SELECT 1 FROM setting WHERE key = ?1)
