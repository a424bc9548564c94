-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Schema 2. Views and triggers are none of a step's business: they are gone while it runs and made anew after the last
-- (src/store/schema-objects.c). What follows for the rows is in 002-rows.sql.

-- What brought a follow-up: a plan's are counted, and taken back with the hand-over, by this and not by their job, so
-- that one made by hand cancels no plan.
ALTER TABLE followup ADD COLUMN source TEXT;

-- The lines that somebody said yes to, as text.
ALTER TABLE job ADD COLUMN promise TEXT;
-- What an amount is in, for it stays in that when the shop's currency is another.
ALTER TABLE job ADD COLUMN currency TEXT;
ALTER TABLE gift ADD COLUMN currency TEXT;
ALTER TABLE complaint ADD COLUMN currency TEXT;
ALTER TABLE payment ADD COLUMN currency TEXT;

-- When a job that was cancelled was handed back.
ALTER TABLE job ADD COLUMN returned INTEGER;

-- Why no tax is charged: the words and the code (VATEX) of the law.
ALTER TABLE invoice ADD COLUMN exemption TEXT;
ALTER TABLE invoice ADD COLUMN exemption_code TEXT;
ALTER TABLE invoice_vat ADD COLUMN code TEXT;

-- Somebody said that the day is right, though the document before it bears a later one.
ALTER TABLE invoice ADD COLUMN day_confirmed INTEGER;

-- What the shop owes a customer of an invoice: paid above it, or paid before it was credited.
ALTER TABLE invoice ADD COLUMN to_pay_back INTEGER;
CREATE INDEX invoice_to_pay_back ON invoice (due_date) WHERE to_pay_back > 0 AND deleted_at IS NULL;

-- What went back.
CREATE INDEX payment_back ON payment (invoice) WHERE amount < 0;

-- Which fields of a record were changed, a bit each; -1: all, or not known.
ALTER TABLE change ADD COLUMN fields INTEGER NOT NULL DEFAULT -1;

-- Money that was used for another invoice is two payments, which know each other.
ALTER TABLE payment ADD COLUMN carried INTEGER REFERENCES payment(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX payment_carried ON payment (carried) WHERE carried IS NOT NULL;

-- By which identifier of another program a customer came, so that the next import knows them again; import is the one
-- that told it, and with it goes what it told.
CREATE TABLE contact_uid (
    uid TEXT NOT NULL,
    customer INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    import INTEGER NOT NULL,
    PRIMARY KEY (uid, customer)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_uid_customer ON contact_uid (customer);
CREATE INDEX contact_uid_import ON contact_uid (import);

-- People of one family, however their given name is written.
CREATE INDEX customer_family ON customer (family COLLATE NOCASE) WHERE family IS NOT NULL;

-- An import tells of its rows as they stand in the file, in whatever order they were taken.
DROP INDEX import_row_import;
CREATE INDEX import_row_import ON import_row (import, file, row, id);

-- Numbers of a series that are not in the shop, and why: they were given out after the backup that it was restored of.
CREATE TABLE gap (
    id INTEGER PRIMARY KEY,
    series TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX gap_series ON gap (series, first);

-- The day that the plan set for a step: one that was moved by hand stays where it is.
ALTER TABLE followup ADD COLUMN planned TEXT;

-- Occasions that are put off.
CREATE INDEX deferral_occasion ON deferral (until) WHERE rule = 'occasion' AND deleted_at IS NULL;

-- What was added and taken back by Undo before anybody touched it. It is deleted, and goes for good when what was deleted
-- does, but nobody deleted it: where that is looked for, it does not stand.
CREATE TABLE taken_back (id INTEGER PRIMARY KEY) STRICT;
