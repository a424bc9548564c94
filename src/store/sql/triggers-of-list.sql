-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The triggers of a list, {list}, of a sealed kind, {owner}.
CREATE TRIGGER {list}_frozen_update BEFORE UPDATE ON {list}
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (
    SELECT 1 FROM {owner} WHERE number IS NOT NULL AND id IN (OLD.owner, NEW.owner))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER {list}_frozen_update_collision BEFORE UPDATE ON {list}
WHEN NOT EXISTS (SELECT 1 FROM guard) AND NEW.id IS NOT OLD.id AND EXISTS (
    SELECT 1 FROM {list} JOIN {owner} ON {owner}.id = {list}.owner
    WHERE {list}.id = NEW.id AND {owner}.number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER {list}_frozen_insert BEFORE INSERT ON {list}
WHEN NOT EXISTS (SELECT 1 FROM guard) AND (
    EXISTS (SELECT 1 FROM {owner} WHERE number IS NOT NULL AND id = NEW.owner)
    OR EXISTS (
        SELECT 1 FROM {list} JOIN {owner} ON {owner}.id = {list}.owner
        WHERE {list}.id = NEW.id AND {owner}.number IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER {list}_frozen_delete BEFORE DELETE ON {list}
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (SELECT 1 FROM {owner} WHERE number IS NOT NULL AND id = OLD.owner)
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
