-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of every setting that is there, its key.
SELECT key FROM setting ORDER BY key
