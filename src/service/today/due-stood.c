/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What stood when a line was put off or let go, worked out from the rows of then: a decision does not keep its sum. Where that
 * cannot be told, it is less than it was rather than more, so that what is owed is told of once too often. */
#include "core/money.h"
#include "model/deferral.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/jobs/agreement.h"
#include "service/jobs/to-bill.h"
#include "service/today/due-private.h"
#include "store/named-query.h"

static gboolean
exceeds(CareTransaction *transaction, const char *query, CareId record, CareId deferral, CareMoney now,
        gboolean *more, GError **error)
{
    gint64 then = 0;

    if (!care_query_int(care_transaction_connection(transaction), query, &then, error, "ii", record,
                        deferral))
        return FALSE;
    *more = now > then;
    return TRUE;
}

/* What a sum was, step by step, since a decision about it. */
typedef struct {
    CareMoney then, now;
    gboolean settled; /* so far */
    gboolean more;    /* it was so once, and whoever was here would have decided about it anew */
    int sign;         /* of a move: whether what comes in is owed to the customer, or no more by them */
} Course;

static void
take_step(Course *self, CareMoney now)
{
    self->now = now;
    self->more = self->more || now > MAX(self->then, 0) || (self->settled && now > 0);
    self->settled = self->settled || now <= 0;
}

static gboolean
add_move(CareStatement *row, gpointer course, GError **error)
{
    Course *self = course;
    CareMoney move = care_statement_int(row, 0), now = self->now;

    if (!care_money_add(&now, self->sign * move, error))
        return FALSE;
    take_step(self, now);
    return TRUE;
}

static gboolean
follow_moves(CareTransaction *transaction, CareRecord *invoice, CareId deferral, Course *course,
             gboolean *more, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    const gboolean owes = course->sign > 0;

    if (!care_query_int(connection, owes ? "today/to-pay-back-then" : "today/open-then", &course->then, error,
                        "ii", care_record_id(invoice), deferral))
        return FALSE;
    course->now = course->then;
    if (!care_query_each(connection, "today/moved-since", add_move, course, error, "iii",
                         care_record_id(invoice), deferral, (gint64)owes))
        return FALSE;
    *more = course->more;
    return TRUE;
}

/* What was paid in full and is open again is another debt. */
CARE_DUE_MORE(open)
{
    if (old == NULL)
        return follow_moves(transaction, record, deferral, &(Course){ .sign = -1 }, more, error);
    *more = TRUE;
    return care_invoice_open(old) <= 0
           || exceeds(transaction, "today/open-then", care_record_id(record), deferral,
                      care_invoice_open(record), more, error);
}

CARE_DUE_MORE(to_pay_back)
{
    if (old == NULL)
        return follow_moves(transaction, record, deferral, &(Course){ .sign = 1 }, more, error);
    *more = TRUE;
    return care_record_int(old, CARE_INVOICE_TO_PAY_BACK) <= 0
           || exceeds(transaction, "today/to-pay-back-then", care_record_id(record), deferral,
                      care_record_int(record, CARE_INVOICE_TO_PAY_BACK), more, error);
}

/* Every price but the first left a trace of the one before. */
static gboolean
exceeds_price(CareTransaction *transaction, CareRecord *job, CareId deferral, gboolean *more, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    g_autofree char *currency = care_job_currency(connection, job);
    g_autoptr(GError) local = NULL;
    g_autofree char *text
        = care_query_text(connection, "today/price-then", &local, "ii", care_record_id(job), deferral);
    CareMoney then = 0;

    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    *more = text == NULL || !care_money_parse(text, currency, &then, NULL)
            || care_record_int(job, CARE_JOB_AGREED) > then;
    return TRUE;
}

/* An invoice that came after the decision, and is cancelled, leaves what stood then. */
static gboolean
was_billed_by(CareTransaction *transaction, CareRecord *invoice, CareId id, gboolean *billed, GError **error)
{
    g_autoptr(CareRecord) deferral = care_transaction_load(transaction, &care_deferral_kind, id, error);

    if (deferral == NULL)
        return FALSE;
    *billed = care_record_int(invoice, CARE_INVOICE_ISSUED_AT) <= care_record_stamp(deferral).created;
    return TRUE;
}

typedef struct {
    Course course;
    CareConnection *connection;
    CareRecord *job;
} Billing;

static gboolean
left_then(Billing *self, CareInstant at, CareId last, CareMoney *left, GError **error)
{
    CareToBill bill;

    if (!care_job_read_to_bill_then(self->connection, self->job, at, last, &bill, error))
        return FALSE;
    *left = bill.left;
    return TRUE;
}

static gboolean
add_document(CareStatement *row, gpointer billing, GError **error)
{
    Billing *self = billing;
    CareMoney left;

    if (!left_then(self, care_statement_int(row, 0), care_statement_int(row, 1), &left, error))
        return FALSE;
    take_step(&self->course, left);
    return TRUE;
}

/* It is reckoned from the price of today, whatever that was in between. */
static gboolean
follow_billing(CareTransaction *transaction, CareRecord *job, CareId id, gboolean *more, GError **error)
{
    Billing self = { .connection = care_transaction_connection(transaction), .job = job };
    g_autoptr(CareRecord) deferral = care_transaction_load(transaction, &care_deferral_kind, id, error);
    gint64 has_new_price = 0;

    if (deferral == NULL
        || !left_then(&self, care_record_stamp(deferral).created, id, &self.course.then, error)
        || !care_query_each(self.connection, "today/billings-since", add_document, &self, error, "ii",
                            care_record_id(job), id)
        || !care_query_int(self.connection, "today/has-new-price", &has_new_price, error, "ii",
                           care_record_id(job), id))
        return FALSE;
    *more = self.course.more;
    return *more || has_new_price == 0 || exceeds_price(transaction, job, id, more, error);
}

CARE_DUE_MORE(to_bill)
{
    if (old == NULL)
        return follow_billing(transaction, record, deferral, more, error);
    *more = TRUE;
    if (care_record_kind(record) == &care_invoice_kind)
        return was_billed_by(transaction, record, deferral, more, error);
    return care_record_int(old, CARE_JOB_TO_BILL) == 0
           || !care_record_field_equal(record, old, CARE_JOB_PRICES)
           || !care_record_field_equal(record, old, CARE_JOB_CURRENCY)
           || exceeds_price(transaction, record, deferral, more, error);
}
