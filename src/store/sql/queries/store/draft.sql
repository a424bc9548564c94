-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The draft ?1.
SELECT body FROM draft WHERE key = ?1
