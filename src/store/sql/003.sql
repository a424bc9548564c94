-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Schema 3. What was cancelled and is still in the shop is asked for at each change of a job, and a shop has cancelled more
-- jobs with every year.
CREATE INDEX job_still_here ON job (status, returned)
    WHERE status = 'cancelled' AND returned IS NULL AND deleted_at IS NULL;

-- What an import is asked once it is whole begins with what it brought: a shop of a million rows is not read for ten new ones.
CREATE INDEX import_row_new ON import_row (import, file, kind, row, id, record) WHERE result = 'new';

-- A contact says which complaint it was about, as it says which step of a plan: what was tried, and what was the first answer.
ALTER TABLE interaction ADD COLUMN complaint INTEGER REFERENCES complaint(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX interaction_complaint ON interaction (complaint, at) WHERE complaint IS NOT NULL;
