/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays one event at its moment. */
#include "sample/sample-private.h"

#include "model/complaint.h"
#include "model/customer.h"
#include "model/feedback.h"
#include "model/gift.h"
#include "model/interaction.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "model/job-line.h"
#include "model/job.h"
#include "model/payment.h"
#include "service/flow.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/jobs/job-flow.h"
#include "store/named-query.h"

#define CENT (CARE_DECIMAL_ONE / 100)

static void
add_line(CareRecord *job, const char *name, const char *kind, const char *unit, gint64 cents)
{
    CareRecord *line = care_record_list_add(job, CARE_JOB_LINES);

    care_record_set_text(line, CARE_JOB_LINE_NAME, name);
    care_record_set_text(line, CARE_JOB_LINE_KIND, kind);
    care_record_set_text(line, CARE_JOB_LINE_UNIT, unit);
    care_record_set_int(line, CARE_JOB_LINE_QUANTITY, CARE_DECIMAL_ONE);
    care_record_set_int(line, CARE_JOB_LINE_PRICE, cents * CENT);
}

/* On a day and at an hour when somebody is there. */
static void
promise(CareRecord *job, CareSample *sample, CareDate date)
{
    CareDate day = care_sample_open_day(sample, date);

    care_record_set_date(job, CARE_JOB_PROMISED, day);
    care_record_set_text(job, CARE_JOB_PROMISED_TIME, care_date_weekday(day) == 6 ? "12:00" : "16:00");
}

static gboolean
receive(CareTransaction *transaction, CareSample *sample, CareSampleVisit *visit, GError **error)
{
    const CareSampleRepair *repair = &care_sample_repairs[visit->repair];
    g_autoptr(CareRecord) customer = NULL;
    g_autoptr(CareRecord) job = NULL;

    if (visit->first && !care_sample_make_customer(transaction, sample, visit, error))
        return FALSE;
    customer
        = care_transaction_load(transaction, &care_customer_kind, sample->customers[visit->customer], error);
    if (customer == NULL)
        return FALSE;
    job = CARE_RECORD(care_job_new());
    care_record_set_int(job, CARE_JOB_CUSTOMER, sample->customers[visit->customer]);
    care_record_set_int(job, CARE_JOB_DEVICE, sample->devices[visit->customer]);
    care_record_set_text(job, CARE_JOB_KIND, repair->kind);
    care_record_set_text(job, CARE_JOB_FAULT, repair->fault);
    promise(job, sample, care_date_add_days(care_transaction_today(transaction), visit->waits ? 8 : 3));
    care_record_set_int(job, CARE_JOB_STAFF, sample->staff[visit->customer % 2]);
    care_record_set_int(job, CARE_JOB_PLAN, care_sample_plan_for(sample, repair->kind));
    care_record_set_int(job, CARE_JOB_WARRANTY_MONTHS, 24);
    care_record_set_text(job, CARE_JOB_AGREED_BY, care_record_text(customer, CARE_CUSTOMER_NAME));
    care_record_set_text(job, CARE_JOB_AGREED_HOW, "counter");
    add_line(job, repair->labour, "labour", "HUR", repair->labour_price);
    add_line(job, repair->part, "part", "C62", repair->part_price);
    if (!care_flow_save(transaction, job, NULL, error))
        return FALSE;
    visit->job = care_record_id(job);
    return TRUE;
}

static gboolean
move(CareTransaction *transaction, const CareSampleVisit *visit, const char *status, GError **error)
{
    g_autoptr(CareRecord) job = care_job_flow_move(transaction, visit->job, status, NULL, error);

    return job != NULL;
}

/* Whoever does not want it done takes it along. */
static gboolean
cancel(CareTransaction *transaction, const CareSampleVisit *visit, GError **error)
{
    g_autoptr(CareRecord) job
        = care_job_flow_move(transaction, visit->job, "cancelled", "More than the bike is worth", error);

    if (job == NULL)
        return FALSE;
    care_record_set_int(job, CARE_JOB_RETURNED, care_transaction_now(transaction));
    return care_flow_save(transaction, job, NULL, error);
}

static gboolean
finish(CareTransaction *transaction, const CareSampleVisit *visit, GError **error)
{
    const CareSampleRepair *repair = &care_sample_repairs[visit->repair];
    g_autoptr(CareRecord) job = care_transaction_load(transaction, &care_job_kind, visit->job, error);

    if (job == NULL)
        return FALSE;
    care_record_set_text(job, CARE_JOB_FOUND, repair->found);
    care_record_set_text(job, CARE_JOB_DONE, repair->labour);
    return care_flow_save(transaction, job, NULL, error) && move(transaction, visit, "ready", error);
}

static CareRecord *
new_contact(CareSample *sample, const CareSampleVisit *visit, const char *direction, const char *channel,
            const char *subject)
{
    CareRecord *contact = CARE_RECORD(care_interaction_new());

    care_record_set_int(contact, CARE_INTERACTION_CUSTOMER, sample->customers[visit->customer]);
    care_record_set_int(contact, CARE_INTERACTION_JOB, visit->job);
    care_record_set_text(contact, CARE_INTERACTION_DIRECTION, direction);
    care_record_set_text(contact, CARE_INTERACTION_CHANNEL, channel);
    care_record_set_text(contact, CARE_INTERACTION_SUBJECT, subject);
    care_record_set_int(contact, CARE_INTERACTION_STAFF, sample->staff[visit->customer % 2]);
    return contact;
}

static gboolean
tell(CareTransaction *transaction, CareSample *sample, const CareSampleVisit *visit, GError **error)
{
    g_autoptr(CareRecord) call
        = new_contact(sample, visit, "out", visit->customer % 2 == 0 ? "phone" : "email", "It is ready");

    care_record_set_text(call, CARE_INTERACTION_CLASS, care_contact_class_word(CARE_CLASS_SERVICE));
    return care_job_flow_tell(transaction, visit->job, call, error);
}

static gboolean
talk(CareTransaction *transaction, CareSample *sample, const CareSampleVisit *visit, gboolean answer,
     GError **error)
{
    const char *question = care_sample_questions[visit->job / 7 % care_sample_n_questions];
    g_autoptr(CareRecord) contact
        = new_contact(sample, visit, answer ? "out" : "in", visit->customer % 3 == 0 ? "email" : "sms",
                      answer ? "Answered: yes, gladly" : question);

    return care_flow_save(transaction, contact, NULL, error);
}

/* Something more was found and agreed by phone, or a part was cheaper than thought. */
static void
adjust(CareTransaction *transaction, const CareSampleVisit *visit, CareRecord *draft)
{
    CareRecord *line = care_record_list_item(draft, CARE_INVOICE_LINES, 1);
    CareDecimal price = care_record_int(line, CARE_INVOICE_LINE_PRICE);

    if (visit->above) {
        care_record_set_int(line, CARE_INVOICE_LINE_PRICE, price + 640 * CENT);
        care_record_set_text(line, CARE_INVOICE_LINE_REASON, "Stronger part, agreed by phone");
        care_record_set_int(draft, CARE_INVOICE_CONSENT_AT, care_transaction_now(transaction) - 3600);
        care_record_set_text(draft, CARE_INVOICE_CONSENT_BY, "The customer");
        care_record_set_text(draft, CARE_INVOICE_CONSENT_HOW, "phone");
    } else if (visit->job % 10 == 3) {
        care_record_set_int(line, CARE_INVOICE_LINE_PRICE, price - 100 * CENT);
        care_record_set_text(line, CARE_INVOICE_LINE_REASON, "Supplier’s price fell");
    }
}

static gboolean
bill(CareTransaction *transaction, CareSampleVisit *visit, GError **error)
{
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_transaction_connection(transaction), visit->job, error);
    g_autoptr(CareRecord) issued = NULL;

    if (draft == NULL)
        return FALSE;
    adjust(transaction, visit, draft);
    if (!care_flow_save(transaction, draft, NULL, error))
        return FALSE;
    visit->invoice = care_record_id(draft);
    issued = care_invoice_issue(transaction, visit->invoice, NULL, error);
    return issued != NULL;
}

static gboolean
pay(CareTransaction *transaction, const CareSampleVisit *visit, gboolean part, GError **error)
{
    static const CarePaymentMethod methods[] = { CARE_METHOD_CARD, CARE_METHOD_CASH, CARE_METHOD_TRANSFER };
    g_autoptr(CareRecord) invoice
        = care_transaction_load(transaction, &care_invoice_kind, visit->invoice, error);
    g_autoptr(CareRecord) payment = NULL;
    CareMoney open;

    if (invoice == NULL)
        return FALSE;
    open = care_record_int(invoice, CARE_INVOICE_PAYABLE) - care_record_int(invoice, CARE_INVOICE_PAID);
    payment = CARE_RECORD(care_payment_new());
    care_record_set_int(payment, CARE_PAYMENT_INVOICE, visit->invoice);
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, part ? open / 2 : open);
    care_record_set_text(payment, CARE_PAYMENT_METHOD,
                         care_payment_method_word(methods[visit->customer % G_N_ELEMENTS(methods)]));
    return care_flow_save(transaction, payment, NULL, error);
}

/* The customer had forgotten that they paid. */
static gboolean
pay_twice(CareTransaction *transaction, const CareSampleVisit *visit, GError **error)
{
    g_autoptr(CareRecord) invoice
        = care_transaction_load(transaction, &care_invoice_kind, visit->invoice, error);
    g_autoptr(CareRecord) payment = CARE_RECORD(care_payment_new());

    if (invoice == NULL)
        return FALSE;
    care_record_set_int(payment, CARE_PAYMENT_INVOICE, visit->invoice);
    care_record_set_int(payment, CARE_PAYMENT_AMOUNT, care_record_int(invoice, CARE_INVOICE_PAYABLE));
    care_record_set_text(payment, CARE_PAYMENT_METHOD, care_payment_method_word(CARE_METHOD_TRANSFER));
    return care_flow_save(transaction, payment, NULL, error);
}

static gboolean
give_feedback(CareTransaction *transaction, CareSample *sample, const CareSampleVisit *visit, GError **error)
{
    static const char *const channels[] = { "counter", "email", "phone" };
    g_autoptr(CareRecord) feedback = CARE_RECORD(care_feedback_new());
    gboolean low = visit->score <= 6;

    care_record_set_int(feedback, CARE_FEEDBACK_CUSTOMER, sample->customers[visit->customer]);
    care_record_set_int(feedback, CARE_FEEDBACK_JOB, visit->job);
    care_record_set_int(feedback, CARE_FEEDBACK_SCORE, visit->score);
    care_record_set_int(feedback, CARE_FEEDBACK_SATISFACTION, low ? 2 : visit->score >= 9 ? 5 : 4);
    care_record_set_text(feedback, CARE_FEEDBACK_CHANNEL, channels[visit->customer % G_N_ELEMENTS(channels)]);
    care_record_set_int(feedback, CARE_FEEDBACK_QUOTABLE, visit->score == 10);
    if (low)
        care_record_set_text(feedback, CARE_FEEDBACK_COMMENT,
                             care_sample_grievances[visit->customer % care_sample_n_grievances]);
    else if (visit->customer % 2 == 0)
        care_record_set_text(feedback, CARE_FEEDBACK_COMMENT,
                             care_sample_praise[visit->customer / 2 % care_sample_n_praise]);
    return care_flow_save(transaction, feedback, NULL, error);
}

static CareRecord *
complaint_of(CareTransaction *transaction, const CareSampleVisit *visit, GError **error)
{
    CareId id = 0;

    if (!care_query_int(care_transaction_connection(transaction), "sample/complaint-of-job", &id, error, "i",
                        visit->job))
        return NULL;
    return care_transaction_load(transaction, &care_complaint_kind, id, error);
}

static gboolean
answer_complaint(CareTransaction *transaction, const CareSampleVisit *visit, gboolean resolve, GError **error)
{
    g_autoptr(CareRecord) complaint = complaint_of(transaction, visit, error);

    if (complaint == NULL)
        return FALSE;
    if (!resolve) {
        care_record_set_int(complaint, CARE_COMPLAINT_ACKNOWLEDGED, care_transaction_now(transaction));
        care_record_set_text(complaint, CARE_COMPLAINT_ACKNOWLEDGED_HOW,
                             care_channel_word(CARE_CHANNEL_PHONE));
    } else {
        care_record_set_text(complaint, CARE_COMPLAINT_DESIRED, "That it works");
        care_record_set_text(complaint, CARE_COMPLAINT_CAUSE, "A part was not seated well");
        care_record_set_text(complaint, CARE_COMPLAINT_RESOLUTION, "Mended again as goodwill");
        care_record_set_int(complaint, CARE_COMPLAINT_COST, 2400);
        care_record_set_text(complaint, CARE_COMPLAINT_CONFIRMATION,
                             care_confirmation_word(CARE_CONFIRMATION_CONFIRMED));
        care_record_set_int(complaint, CARE_COMPLAINT_RESOLVED, care_transaction_now(transaction));
    }
    return care_flow_save(transaction, complaint, NULL, error);
}

static gboolean
give_gift(CareTransaction *transaction, CareSample *sample, const CareSampleVisit *visit, GError **error)
{
    g_autoptr(CareRecord) gift = CARE_RECORD(care_gift_new());

    care_record_set_int(gift, CARE_GIFT_CUSTOMER, sample->customers[visit->customer]);
    care_record_set_text(gift, CARE_GIFT_NAME, care_sample_gifts[visit->customer % care_sample_n_gifts]);
    care_record_set_text(gift, CARE_GIFT_STATE, visit->customer % 3 == 0 ? "idea" : "given");
    care_record_set_int(gift, CARE_GIFT_COST, 980);
    care_record_set_int(gift, CARE_GIFT_STAFF, sample->staff[1]);
    return care_flow_save(transaction, gift, NULL, error);
}

static gboolean
cancel_invoice(CareTransaction *transaction, const CareSampleVisit *visit, GError **error)
{
    g_autoptr(CareRecord) note = care_invoice_cancel(transaction, visit->invoice, NULL, error);

    return note != NULL;
}

gboolean
care_sample_play(CareTransaction *transaction, CareSample *sample, const CareSampleEvent *event,
                 GError **error)
{
    CareSampleVisit *visit = &g_array_index(sample->visits, CareSampleVisit, event->visit);

    switch (event->what) {
    case CARE_SAMPLE_RECEIVE:
        return receive(transaction, sample, visit, error);
    case CARE_SAMPLE_WAIT:
        return move(transaction, visit, "waiting", error);
    case CARE_SAMPLE_WORK:
        return move(transaction, visit, "working", error);
    case CARE_SAMPLE_ASK:
        return talk(transaction, sample, visit, FALSE, error);
    case CARE_SAMPLE_ANSWER:
        return talk(transaction, sample, visit, TRUE, error);
    case CARE_SAMPLE_CANCEL_JOB:
        return cancel(transaction, visit, error);
    case CARE_SAMPLE_READY:
        return finish(transaction, visit, error);
    case CARE_SAMPLE_TELL:
        return tell(transaction, sample, visit, error);
    case CARE_SAMPLE_COLLECT:
        return move(transaction, visit, "collected", error);
    case CARE_SAMPLE_BILL:
    case CARE_SAMPLE_BILL_AGAIN:
        return bill(transaction, visit, error);
    case CARE_SAMPLE_CANCEL_INVOICE:
        return cancel_invoice(transaction, visit, error);
    case CARE_SAMPLE_PAY_PART:
        return pay(transaction, visit, TRUE, error);
    case CARE_SAMPLE_PAY:
        return pay(transaction, visit, FALSE, error);
    case CARE_SAMPLE_PAY_TWICE:
        return pay_twice(transaction, visit, error);
    case CARE_SAMPLE_FEEDBACK:
        return give_feedback(transaction, sample, visit, error);
    case CARE_SAMPLE_ACKNOWLEDGE:
        return answer_complaint(transaction, visit, FALSE, error);
    case CARE_SAMPLE_RESOLVE:
        return answer_complaint(transaction, visit, TRUE, error);
    case CARE_SAMPLE_GIFT:
        return give_gift(transaction, sample, visit, error);
    default:
        g_assert_not_reached();
    }
}
