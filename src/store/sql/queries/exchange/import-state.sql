-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The import ?1 is now ?2.
UPDATE import SET state = ?2 WHERE id = ?1
