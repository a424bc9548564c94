-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the payment was made that was written down last.
SELECT method FROM payment WHERE id = (SELECT max(id) FROM payment) AND deleted_at IS NULL
