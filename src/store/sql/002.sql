-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Schema 2. Views and triggers are none of a step's business: they are gone while it runs and made anew after the last
-- (views.sql, triggers.sql).
