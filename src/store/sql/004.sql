-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Schema 4. A contact and an answer say which steps they saw to: the step that they name, and what stood on its line. Until
-- now that was told from the instant of the mark, which two of them can share, and which moves.
ALTER TABLE interaction ADD COLUMN seen_to TEXT;
ALTER TABLE feedback ADD COLUMN seen_to TEXT;
