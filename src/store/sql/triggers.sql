-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The triggers of the newest schema: dropped before a migration, made anew after it.

-- An issued document is frozen. REPLACE deletes without asking DELETE triggers on a connection that has
-- recursive_triggers off, so a key that collides with a frozen row is refused before it can.
CREATE TRIGGER invoice_frozen_update BEFORE UPDATE ON invoice
WHEN OLD.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM guard) AND (
       NEW.id IS NOT OLD.id
       OR NEW.number IS NOT OLD.number
       OR NEW.series IS NOT OLD.series
       OR NEW.sequence IS NOT OLD.sequence
       OR NEW.type IS NOT OLD.type
       OR NEW.corrects IS NOT OLD.corrects
       OR NEW.currency IS NOT OLD.currency
       OR NEW.prices IS NOT OLD.prices
       OR NEW.issue_order IS NOT OLD.issue_order
       OR NEW.issued IS NOT OLD.issued
       OR NEW.issued_at IS NOT OLD.issued_at
       OR NEW.supply IS NOT OLD.supply
       OR NEW.terms_days IS NOT OLD.terms_days
       OR NEW.due_date IS NOT OLD.due_date
       OR NEW.terms IS NOT OLD.terms
       OR NEW.note IS NOT OLD.note
       OR NEW.contact IS NOT OLD.contact
       OR NEW.line_total IS NOT OLD.line_total
       OR NEW.allowances IS NOT OLD.allowances
       OR NEW.charges IS NOT OLD.charges
       OR NEW.net IS NOT OLD.net
       OR NEW.tax IS NOT OLD.tax
       OR NEW.gross IS NOT OLD.gross
       OR NEW.rounding IS NOT OLD.rounding
       OR NEW.prepaid IS NOT OLD.prepaid
       OR NEW.payable IS NOT OLD.payable
       OR NEW.consent_at IS NOT OLD.consent_at
       OR NEW.consent_by IS NOT OLD.consent_by
       OR NEW.consent_how IS NOT OLD.consent_how
       OR NEW.early_reason IS NOT OLD.early_reason
       OR NEW.seller IS NOT OLD.seller
       OR NEW.buyer IS NOT OLD.buyer
       OR NEW.content IS NOT OLD.content
       OR NEW.sha256 IS NOT OLD.sha256
       OR NEW.chain IS NOT OLD.chain
       OR NEW.created IS NOT OLD.created
       OR NEW.deleted_at IS NOT OLD.deleted_at)
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER invoice_frozen_update_collision BEFORE UPDATE ON invoice
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (
    SELECT 1 FROM invoice WHERE number IS NOT NULL AND id IS NOT OLD.id AND (
        id = NEW.id OR number = NEW.number OR (series = NEW.series AND sequence = NEW.sequence)
        OR issue_order = NEW.issue_order))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER invoice_frozen_insert BEFORE INSERT ON invoice
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (
    SELECT 1 FROM invoice WHERE number IS NOT NULL AND (
        id = NEW.id OR number = NEW.number OR (series = NEW.series AND sequence = NEW.sequence)
        OR issue_order = NEW.issue_order))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER invoice_frozen_delete BEFORE DELETE ON invoice
WHEN OLD.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM guard)
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;

CREATE TRIGGER invoice_line_frozen_update BEFORE UPDATE ON invoice_line
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (
    SELECT 1 FROM invoice WHERE number IS NOT NULL AND id IN (OLD.owner, NEW.owner))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER invoice_line_frozen_update_collision BEFORE UPDATE ON invoice_line
WHEN NOT EXISTS (SELECT 1 FROM guard) AND NEW.id IS NOT OLD.id AND EXISTS (
    SELECT 1 FROM invoice_line JOIN invoice ON invoice.id = invoice_line.owner
    WHERE invoice_line.id = NEW.id AND invoice.number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER invoice_line_frozen_insert BEFORE INSERT ON invoice_line
WHEN NOT EXISTS (SELECT 1 FROM guard) AND (
    EXISTS (SELECT 1 FROM invoice WHERE number IS NOT NULL AND id = NEW.owner)
    OR EXISTS (
        SELECT 1 FROM invoice_line JOIN invoice ON invoice.id = invoice_line.owner
        WHERE invoice_line.id = NEW.id AND invoice.number IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER invoice_line_frozen_delete BEFORE DELETE ON invoice_line
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (SELECT 1 FROM invoice WHERE number IS NOT NULL AND id = OLD.owner)
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;

CREATE TRIGGER invoice_vat_frozen_update BEFORE UPDATE ON invoice_vat
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (
    SELECT 1 FROM invoice WHERE number IS NOT NULL AND id IN (OLD.owner, NEW.owner))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER invoice_vat_frozen_update_collision BEFORE UPDATE ON invoice_vat
WHEN NOT EXISTS (SELECT 1 FROM guard) AND NEW.id IS NOT OLD.id AND EXISTS (
    SELECT 1 FROM invoice_vat JOIN invoice ON invoice.id = invoice_vat.owner
    WHERE invoice_vat.id = NEW.id AND invoice.number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER invoice_vat_frozen_insert BEFORE INSERT ON invoice_vat
WHEN NOT EXISTS (SELECT 1 FROM guard) AND (
    EXISTS (SELECT 1 FROM invoice WHERE number IS NOT NULL AND id = NEW.owner)
    OR EXISTS (
        SELECT 1 FROM invoice_vat JOIN invoice ON invoice.id = invoice_vat.owner
        WHERE invoice_vat.id = NEW.id AND invoice.number IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;
CREATE TRIGGER invoice_vat_frozen_delete BEFORE DELETE ON invoice_vat
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (SELECT 1 FROM invoice WHERE number IS NOT NULL AND id = OLD.owner)
BEGIN SELECT RAISE(ABORT, 'an issued document cannot be changed'); END;

-- A connection without foreign keys must not orphan an issued document either.
CREATE TRIGGER customer_keeps_documents BEFORE DELETE ON customer
WHEN NOT EXISTS (SELECT 1 FROM guard) AND EXISTS (SELECT 1 FROM invoice WHERE number IS NOT NULL AND customer = OLD.id)
BEGIN SELECT RAISE(ABORT, 'this customer has issued documents'); END;
