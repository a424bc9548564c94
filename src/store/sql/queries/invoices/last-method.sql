-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the money came in that was written down last: none that went back, or that an invoice had too much and another got.
SELECT method FROM payment WHERE amount > 0 AND carried IS NULL AND deleted_at IS NULL ORDER BY id DESC LIMIT 1
