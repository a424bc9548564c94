-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Schema 1. A record's table has a column per field of its kind (src/model), the four stamp columns, and
-- sort_key where the kind is listed alphabetically; a test holds the two together.

CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key BLOB,
    role TEXT,
    phone TEXT,
    email TEXT,
    hours TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key BLOB,
    type TEXT NOT NULL,
    given TEXT,
    family TEXT,
    organisation TEXT,
    birthday TEXT,
    language TEXT,
    channel TEXT,
    since TEXT,
    contact INTEGER REFERENCES staff(id) DEFERRABLE INITIALLY DEFERRED,
    referred_by INTEGER REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    vat_id TEXT,
    note TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE customer_phone (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES customer(id),
    position INTEGER NOT NULL,
    label TEXT,
    number TEXT NOT NULL,
    digits TEXT,
    UNIQUE (owner, position)
) STRICT;

CREATE TABLE customer_email (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES customer(id),
    position INTEGER NOT NULL,
    label TEXT,
    address TEXT NOT NULL,
    UNIQUE (owner, position)
) STRICT;

CREATE TABLE customer_address (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES customer(id),
    position INTEGER NOT NULL,
    label TEXT,
    street TEXT,
    locality TEXT,
    region TEXT,
    postcode TEXT,
    country TEXT,
    UNIQUE (owner, position)
) STRICT;

CREATE TABLE customer_tag (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES customer(id),
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    UNIQUE (owner, position)
) STRICT;

CREATE TABLE device (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key BLOB,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT,
    brand TEXT,
    model TEXT,
    serial TEXT,
    plate TEXT,
    meter TEXT,
    bought TEXT,
    note TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key BLOB,
    situation TEXT NOT NULL,
    language TEXT,
    subject TEXT,
    body TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key BLOB,
    job_kind TEXT,
    warranty_months INTEGER,
    adapted INTEGER,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE plan_step (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES plan(id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    anchor TEXT NOT NULL,
    months INTEGER,
    days INTEGER,
    channel TEXT,
    text INTEGER REFERENCES text(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (owner, position)
) STRICT;

CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    number TEXT,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    device INTEGER REFERENCES device(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT,
    status TEXT NOT NULL,
    fault TEXT,
    accessories TEXT,
    found TEXT,
    done TEXT,
    promised TEXT,
    promised_time TEXT,
    staff INTEGER REFERENCES staff(id) DEFERRABLE INITIALLY DEFERRED,
    plan INTEGER REFERENCES plan(id) DEFERRABLE INITIALLY DEFERRED,
    no_plan_reason TEXT,
    prices TEXT,
    agreed INTEGER,
    agreed_at INTEGER,
    agreed_by TEXT,
    agreed_how TEXT,
    received INTEGER,
    finished INTEGER,
    told INTEGER,
    collected INTEGER,
    warranty_months INTEGER,
    warranty_end TEXT,
    to_bill INTEGER,
    has_code INTEGER,
    comes_back_of INTEGER REFERENCES job(id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE job_line (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES job(id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT,
    quantity INTEGER NOT NULL,
    unit TEXT,
    price INTEGER NOT NULL,
    category TEXT,
    rate INTEGER,
    note TEXT,
    UNIQUE (owner, position)
) STRICT;

CREATE TABLE followup (
    id INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    job INTEGER REFERENCES job(id) DEFERRABLE INITIALLY DEFERRED,
    complaint INTEGER REFERENCES complaint(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    due TEXT NOT NULL,
    channel TEXT,
    text INTEGER REFERENCES text(id) DEFERRABLE INITIALLY DEFERRED,
    staff INTEGER REFERENCES staff(id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL,
    done INTEGER,
    reason TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE interaction (
    id INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    job INTEGER REFERENCES job(id) DEFERRABLE INITIALLY DEFERRED,
    followup INTEGER REFERENCES followup(id) DEFERRABLE INITIALLY DEFERRED,
    direction TEXT NOT NULL,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    subject TEXT,
    body TEXT,
    outcome TEXT,
    class TEXT,
    automatic INTEGER,
    staff INTEGER REFERENCES staff(id) DEFERRABLE INITIALLY DEFERRED,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE occasion (
    id INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    date TEXT NOT NULL,
    lead_days INTEGER,
    note TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE gift (
    id INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    occasion TEXT,
    cost INTEGER,
    given TEXT,
    at INTEGER,
    staff INTEGER REFERENCES staff(id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE invoice (
    id INTEGER PRIMARY KEY,
    number TEXT,
    series TEXT,
    sequence INTEGER,
    type TEXT NOT NULL,
    state TEXT NOT NULL,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    job INTEGER REFERENCES job(id) DEFERRABLE INITIALLY DEFERRED,
    corrects INTEGER REFERENCES invoice(id) DEFERRABLE INITIALLY DEFERRED,
    currency TEXT NOT NULL,
    prices TEXT NOT NULL,
    issue_order INTEGER,
    issued TEXT,
    issued_at INTEGER,
    supply TEXT,
    terms_days INTEGER,
    due_date TEXT,
    terms TEXT,
    note TEXT,
    contact INTEGER REFERENCES staff(id) DEFERRABLE INITIALLY DEFERRED,
    line_total INTEGER,
    allowances INTEGER,
    charges INTEGER,
    net INTEGER,
    tax INTEGER,
    gross INTEGER,
    rounding INTEGER,
    prepaid INTEGER,
    payable INTEGER,
    consent_at INTEGER,
    consent_by TEXT,
    consent_how TEXT,
    early_reason TEXT,
    seller TEXT,
    buyer TEXT,
    content TEXT,
    sha256 TEXT,
    chain TEXT,
    paid INTEGER,
    told INTEGER,
    reminded INTEGER,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE invoice_line (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES invoice(id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    note TEXT,
    kind TEXT,
    quantity INTEGER NOT NULL,
    unit TEXT,
    price INTEGER NOT NULL,
    base_quantity INTEGER,
    category TEXT NOT NULL,
    rate INTEGER,
    discount INTEGER,
    discount_amount INTEGER,
    discount_reason TEXT,
    agreed INTEGER,
    reason TEXT,
    amount INTEGER,
    net INTEGER,
    UNIQUE (owner, position)
) STRICT;

CREATE TABLE invoice_vat (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES invoice(id),
    position INTEGER NOT NULL,
    category TEXT NOT NULL,
    rate INTEGER,
    taxable INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    reason TEXT,
    UNIQUE (owner, position)
) STRICT;

CREATE TABLE payment (
    id INTEGER PRIMARY KEY,
    invoice INTEGER NOT NULL REFERENCES invoice(id) DEFERRABLE INITIALLY DEFERRED,
    customer INTEGER REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    at INTEGER,
    amount INTEGER NOT NULL,
    date TEXT NOT NULL,
    method TEXT,
    note TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    job INTEGER REFERENCES job(id) DEFERRABLE INITIALLY DEFERRED,
    score INTEGER,
    satisfaction INTEGER,
    comment TEXT,
    quotable INTEGER,
    channel TEXT,
    at INTEGER NOT NULL,
    staff INTEGER REFERENCES staff(id) DEFERRABLE INITIALLY DEFERRED,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE complaint (
    id INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    job INTEGER REFERENCES job(id) DEFERRABLE INITIALLY DEFERRED,
    feedback INTEGER REFERENCES feedback(id) DEFERRABLE INITIALLY DEFERRED,
    words TEXT NOT NULL,
    channel TEXT,
    received INTEGER NOT NULL,
    received_by INTEGER REFERENCES staff(id) DEFERRABLE INITIALLY DEFERRED,
    acknowledged INTEGER,
    acknowledged_how TEXT,
    desired TEXT,
    cause TEXT,
    resolution TEXT,
    resolved INTEGER,
    confirmation TEXT,
    cost INTEGER,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    customer INTEGER REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    job INTEGER REFERENCES job(id) DEFERRABLE INITIALLY DEFERRED,
    device INTEGER REFERENCES device(id) DEFERRABLE INITIALLY DEFERRED,
    complaint INTEGER REFERENCES complaint(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    at INTEGER NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customer(id) DEFERRABLE INITIALLY DEFERRED,
    job INTEGER REFERENCES job(id) DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL,
    staff INTEGER REFERENCES staff(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    before TEXT,
    after TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

CREATE TABLE deferral (
    id INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    record INTEGER NOT NULL,
    until TEXT,
    hour INTEGER,
    reason TEXT,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    changed_by INTEGER,
    deleted_at INTEGER
) STRICT;

-- The shop's own details and rules; what belongs to the machine is in GSettings.
CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

-- An open editor's unsaved work, kept over a crash.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    changed INTEGER NOT NULL
) STRICT;

-- The last number given out in a series; a number is taken in the transaction that needs it, never before.
CREATE TABLE counter (
    id INTEGER PRIMARY KEY,
    series TEXT NOT NULL UNIQUE,
    last INTEGER NOT NULL
) STRICT;

-- Each run of an import, its files, and what became of each of their rows, so that it can be told and reverted.
-- state: running and reverting are unfinished work, done and reverted are not; closed has lost its rows to time.
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE TABLE import_file (
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    format TEXT,
    encoding TEXT,
    error TEXT,
    new INTEGER NOT NULL,
    merged INTEGER NOT NULL,
    doubtful INTEGER NOT NULL,
    refused INTEGER NOT NULL
) STRICT;
CREATE INDEX import_file_import ON import_file (import, position);
-- file is NULL for a record that came along with a row's own; after is the checksum of what the import left,
-- before is the record as it was.
CREATE TABLE import_row (
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE,
    file INTEGER,
    row INTEGER,
    line INTEGER,
    result TEXT NOT NULL,
    kind TEXT,
    record INTEGER,
    name TEXT,
    reason TEXT,
    dropped TEXT,
    before TEXT,
    after TEXT,
    reverted TEXT
) STRICT;
CREATE INDEX import_row_import ON import_row (import, file, id);
CREATE INDEX import_row_record ON import_row (record) WHERE record IS NOT NULL;

-- What each transaction changed, for other processes that show the same shop. id 0: many.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    record INTEGER NOT NULL,
    op TEXT NOT NULL
) STRICT;

-- Non-empty only inside a named operation that may touch issued documents (erase, import, retention, salvage).
CREATE TABLE guard (op TEXT PRIMARY KEY) STRICT;
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    op TEXT NOT NULL,
    detail TEXT
) STRICT;

-- Search. The text is folded by the program (src/core/fold.c); SQLite's own folding misses letters.
CREATE TABLE search_doc (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    customer INTEGER
) STRICT;
CREATE VIRTUAL TABLE search_words USING fts5 (
    words, content='', contentless_delete=1, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0", detail=none
);
CREATE VIRTUAL TABLE search_codes USING fts5 (
    codes, content='', contentless_delete=1, tokenize="trigram case_sensitive 1"
);

CREATE INDEX customer_list ON customer (sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_birthday ON customer (substr(birthday, -5)) WHERE birthday IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_referred_by ON customer (referred_by) WHERE referred_by IS NOT NULL;
CREATE INDEX customer_phone_digits ON customer_phone (digits);
CREATE INDEX customer_email_address ON customer_email (address COLLATE NOCASE);
CREATE INDEX staff_list ON staff (sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX text_list ON text (sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX plan_list ON plan (sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX device_customer ON device (customer);
CREATE INDEX device_list ON device (sort_key, id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX job_number ON job (number) WHERE number IS NOT NULL;
CREATE INDEX job_customer ON job (customer, received);
CREATE INDEX job_device ON job (device);
CREATE INDEX job_list ON job (received DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX job_status ON job (status, received) WHERE deleted_at IS NULL;
CREATE INDEX job_to_tell ON job (finished) WHERE status = 'ready' AND told IS NULL AND deleted_at IS NULL;
CREATE INDEX job_to_bill ON job (finished) WHERE to_bill = 1 AND deleted_at IS NULL;
CREATE INDEX followup_due ON followup (due) WHERE state = 'open' AND deleted_at IS NULL;
CREATE INDEX followup_customer ON followup (customer, due);
CREATE INDEX followup_job ON followup (job);
CREATE INDEX followup_complaint ON followup (complaint) WHERE complaint IS NOT NULL;
CREATE INDEX interaction_customer ON interaction (customer, at);
CREATE INDEX interaction_job ON interaction (job);
CREATE INDEX interaction_at ON interaction (at);
CREATE INDEX event_customer ON event (customer, at);
CREATE INDEX event_job ON event (job, at);
CREATE INDEX occasion_customer ON occasion (customer);
CREATE INDEX occasion_day ON occasion (substr(date, -5)) WHERE deleted_at IS NULL;
CREATE INDEX gift_customer ON gift (customer, at);
CREATE UNIQUE INDEX invoice_number ON invoice (number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX invoice_sequence ON invoice (series, sequence) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX invoice_issue_order ON invoice (issue_order) WHERE number IS NOT NULL;
CREATE INDEX invoice_customer ON invoice (customer, issued_at);
CREATE INDEX invoice_job ON invoice (job);
CREATE INDEX invoice_corrects ON invoice (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX invoice_list ON invoice (created DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX invoice_open ON invoice (due_date) WHERE state IN ('issued', 'part') AND deleted_at IS NULL;
CREATE INDEX invoice_issued ON invoice (issued) WHERE number IS NOT NULL;
CREATE INDEX invoice_state ON invoice (state, created) WHERE deleted_at IS NULL;
CREATE INDEX payment_invoice ON payment (invoice);
CREATE INDEX payment_customer ON payment (customer, at);
CREATE INDEX payment_date ON payment (date);
CREATE INDEX feedback_customer ON feedback (customer, at);
CREATE INDEX feedback_at ON feedback (at);
CREATE INDEX feedback_job ON feedback (job);
CREATE INDEX complaint_customer ON complaint (customer, received);
CREATE INDEX complaint_received ON complaint (received);
CREATE INDEX complaint_open ON complaint (acknowledged IS NOT NULL, received)
    WHERE resolved IS NULL AND deleted_at IS NULL;
CREATE INDEX complaint_settled ON complaint (resolved) WHERE resolved IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX document_customer ON document (customer, at);
CREATE INDEX document_job ON document (job);
CREATE INDEX document_file ON document (sha256);
CREATE INDEX deferral_record ON deferral (record, rule);

-- What was deleted, for Recently deleted and the purge.
CREATE INDEX customer_deleted ON customer (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX staff_deleted ON staff (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX device_deleted ON device (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX text_deleted ON text (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX plan_deleted ON plan (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX job_deleted ON job (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX followup_deleted ON followup (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX interaction_deleted ON interaction (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX occasion_deleted ON occasion (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX gift_deleted ON gift (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX invoice_deleted ON invoice (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX payment_deleted ON payment (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX feedback_deleted ON feedback (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX complaint_deleted ON complaint (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX document_deleted ON document (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX event_deleted ON event (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX deferral_deleted ON deferral (deleted_at) WHERE deleted_at IS NOT NULL;

-- Who refers to a record that goes for good.
CREATE INDEX job_comes_back_of ON job (comes_back_of) WHERE comes_back_of IS NOT NULL;
CREATE INDEX interaction_followup ON interaction (followup) WHERE followup IS NOT NULL;
CREATE INDEX complaint_job ON complaint (job) WHERE job IS NOT NULL;
CREATE INDEX complaint_feedback ON complaint (feedback) WHERE feedback IS NOT NULL;
CREATE INDEX document_device ON document (device) WHERE device IS NOT NULL;
CREATE INDEX document_complaint ON document (complaint) WHERE complaint IS NOT NULL;

-- One timeline, made of the rows that already hold the facts. The text is made where it is shown.
CREATE VIEW timeline (customer, at, kind, id) AS
SELECT customer, at, 'interaction', id FROM interaction WHERE deleted_at IS NULL
UNION ALL SELECT customer, at, 'event', id FROM event WHERE deleted_at IS NULL
UNION ALL SELECT customer, received, 'job', id FROM job WHERE received IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT customer, issued_at, 'invoice', id FROM invoice WHERE issued_at IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT customer, at, 'payment', id FROM payment WHERE deleted_at IS NULL
UNION ALL SELECT customer, at, 'feedback', id FROM feedback WHERE deleted_at IS NULL
UNION ALL SELECT customer, received, 'complaint', id FROM complaint WHERE deleted_at IS NULL
UNION ALL SELECT customer, at, 'gift', id FROM gift WHERE at IS NOT NULL AND deleted_at IS NULL
UNION ALL SELECT customer, at, 'document', id FROM document WHERE customer IS NOT NULL AND deleted_at IS NULL;

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
