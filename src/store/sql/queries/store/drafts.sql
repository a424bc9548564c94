-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What drafts there are, the latest first.
SELECT key FROM draft ORDER BY changed DESC, id DESC
