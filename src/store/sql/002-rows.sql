-- SPDX-FileCopyrightText: 2026 The Aftercare authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 2 says otherwise of rows that were written by schema 1: of all of them in a migration, of the new ones
-- where an export of schema 1 is read. {older} is which those are, by their id (src/store/schema.c).

-- Amounts were in the shop's currency, whatever that became; those of payments in their invoice's.
-- No amount is in no currency; an export of schema 1 named one with every row.
UPDATE job SET currency = CASE WHEN agreed IS NOT NULL
    THEN coalesce(currency, (SELECT value FROM setting WHERE key = 'currency'), 'EUR') END WHERE {older};
UPDATE gift SET currency = CASE WHEN cost IS NOT NULL
    THEN coalesce(currency, (SELECT value FROM setting WHERE key = 'currency'), 'EUR') END WHERE {older};
UPDATE complaint SET currency = CASE WHEN cost IS NOT NULL
    THEN coalesce(currency, (SELECT value FROM setting WHERE key = 'currency'), 'EUR') END WHERE {older};
UPDATE payment SET currency = (SELECT currency FROM invoice WHERE invoice.id = payment.invoice) WHERE {older};

-- A hand-over made its follow-ups in the moment it happened.
UPDATE followup SET source = 'complaint' WHERE complaint IS NOT NULL AND {older};
UPDATE followup SET source = 'plan'
WHERE complaint IS NULL AND {older} AND EXISTS (
    SELECT 1 FROM job WHERE job.id = followup.job AND job.plan IS NOT NULL AND job.collected IS NOT NULL
      AND (followup.created = job.collected
           OR (followup.created > job.collected
               AND EXISTS (SELECT 1 FROM plan_step WHERE plan_step.owner = job.plan
                           AND plan_step.kind = followup.kind AND plan_step.title = followup.title))));

UPDATE followup SET planned = due WHERE source = 'plan' AND {older};

-- Whether a job is to be billed follows from its invoices; work that was billed, done again and ready again had been
-- asked for a second time.
UPDATE job SET to_bill = 0
WHERE to_bill = 1 AND {older} AND EXISTS (SELECT 1 FROM invoice WHERE invoice.job = job.id AND invoice.type = '380'
                              AND invoice.number IS NOT NULL AND invoice.state <> 'cancelled'
                              AND invoice.deleted_at IS NULL
                              AND (invoice.early_reason IS NULL OR invoice.gross >= job.agreed));

-- Nobody wrote down when a cancelled job was handed back: it was.
UPDATE job SET returned = coalesce(collected, changed) WHERE status = 'cancelled' AND returned IS NULL AND {older};

-- A follow-up that was let go says so itself; until now only the line of Today knew.
UPDATE followup SET state = 'let-go',
    reason = (SELECT reason FROM deferral WHERE record = followup.id AND rule = 'followup' AND deleted_at IS NULL
              ORDER BY id DESC LIMIT 1)
WHERE state = 'open' AND deleted_at IS NULL AND {older} AND EXISTS (
    SELECT 1 FROM deferral WHERE until IS NULL AND deferral.id = (
        SELECT max(newest.id) FROM deferral AS newest
        WHERE newest.record = followup.id AND newest.rule = 'followup' AND newest.deleted_at IS NULL));

-- A call was counted otherwise than a message about the same: about any follow-up as care, about an unpaid invoice as a
-- reminder, which is what the next service is. (Only such calls have an outcome and no follow-up.)
UPDATE interaction SET class = (
    SELECT CASE followup.kind WHEN 'feedback' THEN 'feedback' WHEN 'service' THEN 'reminder' WHEN 'other' THEN 'service'
                              ELSE 'care' END
    FROM followup WHERE followup.id = interaction.followup)
WHERE class = 'care' AND followup IS NOT NULL AND {older};
UPDATE interaction SET class = 'service' WHERE class = 'reminder' AND followup IS NULL AND outcome IS NOT NULL AND {older};

-- What was paid back on a credit note stood there as if it had come in.
UPDATE payment SET amount = -amount
WHERE amount > 0 AND {older} AND EXISTS (SELECT 1 FROM invoice WHERE invoice.id = payment.invoice AND invoice.type = '381');

-- What is to be paid back has a place of its own (queries/invoices/balance.sql). A credit note of schema 1 had left out
-- what was paid before the invoice.
UPDATE invoice SET to_pay_back = (
    SELECT nullif(max(0, sum(due)), 0) FROM (
        SELECT -bill.payable AS due FROM invoice AS bill WHERE bill.id = invoice.id
        UNION ALL SELECT note.payable + coalesce(note.prepaid, 0) FROM invoice AS note
        WHERE note.corrects = invoice.id AND note.number IS NOT NULL
        UNION ALL SELECT payment.amount FROM payment
        WHERE payment.deleted_at IS NULL
          AND (payment.invoice = invoice.id
               OR payment.invoice IN (SELECT id FROM invoice AS note WHERE note.corrects = invoice.id))))
WHERE type <> '381' AND number IS NOT NULL AND {older};
UPDATE invoice SET paid = (
    SELECT -coalesce(sum(amount), 0) FROM payment WHERE payment.invoice = invoice.id AND payment.deleted_at IS NULL)
WHERE type = '381' AND number IS NOT NULL AND {older};
-- A credit note of which nothing is left to pay back is paid.
UPDATE invoice SET state = 'paid'
WHERE type = '381' AND number IS NOT NULL AND state <> 'paid' AND paid > 0 AND {older}
  AND (SELECT to_pay_back FROM invoice AS bill WHERE bill.id = invoice.corrects) IS NULL;
