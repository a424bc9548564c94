-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The triggers of a sealed kind, {owner}, in the newest schema: dropped before a migration, made anew after it. Which
-- columns are sealed, the record table says (src/store/schema-objects.c).

-- An issued document is frozen. REPLACE deletes without asking DELETE triggers on a connection that has
-- recursive_triggers off, so a key that collides with a frozen row is refused before it can.
CREATE TRIGGER {owner}_frozen_update BEFORE UPDATE ON {owner}
WHEN OLD.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM guard) AND (
       {columns})
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER {owner}_frozen_update_collision BEFORE UPDATE ON {owner}
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (
    SELECT 1 FROM {owner} WHERE number IS NOT NULL AND id IS NOT OLD.id AND (
        id = NEW.id OR number = NEW.number OR (series = NEW.series AND sequence = NEW.sequence)
        OR issue_order = NEW.issue_order))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER {owner}_frozen_insert BEFORE INSERT ON {owner}
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (
    SELECT 1 FROM {owner} WHERE number IS NOT NULL AND (
        id = NEW.id OR number = NEW.number OR (series = NEW.series AND sequence = NEW.sequence)
        OR issue_order = NEW.issue_order))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER {owner}_frozen_delete BEFORE DELETE ON {owner}
WHEN OLD.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM guard)
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;

-- A connection without foreign keys must not orphan an issued document either.
CREATE TRIGGER customer_keeps_{owner} BEFORE DELETE ON customer
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (SELECT 1 FROM {owner} WHERE number IS NOT NULL AND customer = OLD.id)
BEGIN SELECT RAISE(ABORT, 'this customer has issued documents'); END;
