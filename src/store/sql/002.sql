-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Schema 2. Views and triggers are none of a step's business: they are gone while it runs and made anew after the last
-- (src/store/schema-objects.c). What follows for the rows is in 002-rows.sql.

-- What brought a follow-up: a plan's are counted, and taken back with the hand-over, by this and not by their job, so
-- that one made by hand cancels no plan.
ALTER TABLE followup ADD COLUMN source TEXT;

-- Which fields of a record were changed, a bit each; -1: all, or not known.
ALTER TABLE change ADD COLUMN fields INTEGER NOT NULL DEFAULT -1;
