-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether numbers of a later series than ?1 were given out elsewhere.
SELECT EXISTS (SELECT 1 FROM gap WHERE series > ?1)
