-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- All customers by their names.
SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY sort_key, id
