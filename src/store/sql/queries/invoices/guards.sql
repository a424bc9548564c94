-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations that may touch issued documents just now: none, outside a transaction.
SELECT count(*) FROM guard
