/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/record-line.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/channel.h"
#include "model/complaint.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/feedback.h"
#include "model/followup.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "model/job.h"
#include "model/payment.h"
#include "ui/kit/delete.h"
#include "ui/parts/invoice-name.h"

/* Long enough to know it again by. */
#define MOST_LETTERS 60

static CareRecord *
get(CareStore *store, const CareKind *kind, CareId id)
{
    return id != 0 ? care_store_get(store, kind, id, NULL) : NULL;
}

/* The first line of what somebody wrote, guarded; NULL for nothing. */
static char *
beginning(const char *text)
{
    g_autofree char *line = text ? g_strndup(text, strcspn(text, "\n")) : NULL;
    g_autofree char *start = NULL;

    if (!line || !*line)
        return NULL;
    if (g_utf8_strlen(line, -1) <= MOST_LETTERS)
        return care_isolate(line);
    start = g_utf8_substring(line, 0, MOST_LETTERS);
    g_free(line);
    line = g_strconcat(g_strchomp(start), "…", NULL);
    return care_isolate(line);
}

static char *
payment_line(CareStore *store, CareRecord *payment)
{
    g_autoptr(CareRecord) invoice
        = get(store, &care_invoice_kind, care_record_int(payment, CARE_PAYMENT_INVOICE));
    g_autofree char *shop = care_store_setting(store, CARE_SETTING_CURRENCY);
    const char *currency = invoice ? care_record_text(invoice, CARE_INVOICE_CURRENCY) : NULL;
    const char *number = invoice ? care_record_text(invoice, CARE_INVOICE_NUMBER) : NULL;
    CareMoney paid = care_record_int(payment, CARE_PAYMENT_AMOUNT);
    g_autofree char *amount = care_money_format(ABS(paid), currency ? currency : shop);

    if (!number)
        return g_strdup_printf(paid < 0 ? _("Repayment of %s") : _("Payment of %s"), amount);
    /* of a credit note, money goes back */
    if (care_invoice_is_credit(invoice))
        return g_strdup_printf(_("Repayment of %s on credit note %s"), amount, number);
    /* Translators: an amount and the number of an invoice */
    return g_strdup_printf(paid < 0 ? _("Repayment of %s on invoice %s") : _("Payment of %s on invoice %s"),
                           amount, number);
}

static char *
followup_line(CareStore *store, CareRecord *followup)
{
    g_autofree char *what = beginning(care_record_text(followup, CARE_FOLLOWUP_TITLE));

    /* Translators: %s is what it is for, "whether all is well" */
    return what ? g_strdup_printf(_("Follow-up: %s"), what) : g_strdup(_("Follow-up"));
}

static char *
interaction_line(CareStore *store, CareRecord *contact)
{
    const char *subject = care_record_text(contact, CARE_INTERACTION_SUBJECT);
    const char *channel = care_record_text(contact, CARE_INTERACTION_CHANNEL);
    g_autofree char *words = beginning(subject ? subject : care_record_text(contact, CARE_INTERACTION_BODY));

    if (care_channel_is(channel, CARE_CHANNEL_PHONE))
        return words ? g_strdup_printf(_("Call: %s"), words) : g_strdup(_("Call"));
    if (care_channel_is_written(channel))
        return words ? g_strdup_printf(_("Message: %s"), words) : g_strdup(_("Message"));
    if (care_interaction_is_note(contact))
        return words ? g_strdup_printf(_("Note: %s"), words) : g_strdup(_("Note"));
    return words ? g_strdup_printf(_("Talk at the counter: %s"), words) : g_strdup(_("Talk at the counter"));
}

static char *
feedback_line(CareStore *store, CareRecord *feedback)
{
    if (!care_record_is_set(feedback, CARE_FEEDBACK_SCORE))
        return g_strdup(_("Answer"));
    /* Translators: what somebody would recommend us with, "Answer: 9 of 10" */
    return g_strdup_printf(_("Answer: %d of 10"), (int)care_record_int(feedback, CARE_FEEDBACK_SCORE));
}

static char *
complaint_line(CareStore *store, CareRecord *complaint)
{
    g_autofree char *words = beginning(care_record_text(complaint, CARE_COMPLAINT_WORDS));

    return words ? g_strdup_printf(_("Complaint: %s"), words) : g_strdup(_("Complaint"));
}

static char *
job_line(CareStore *store, CareRecord *job)
{
    g_autoptr(CareRecord) device = get(store, &care_device_kind, care_record_int(job, CARE_JOB_DEVICE));
    const char *name = device ? care_record_text(device, CARE_DEVICE_NAME) : NULL;
    const char *number = care_record_text(job, CARE_JOB_NUMBER);
    g_autofree char *what = beginning(name ? name : care_record_text(job, CARE_JOB_FAULT));

    if (!number)
        return what ? g_strdup_printf(_("Job: %s"), what) : g_strdup(_("Job"));
    /* Translators: the number of a job and what it is about */
    return what ? g_strdup_printf(_("Job %s: %s"), number, what) : g_strdup_printf(_("Job %s"), number);
}

static char *
invoice_line(CareStore *store, CareRecord *invoice)
{
    return care_invoice_name_with_gross(invoice);
}

/* Their name says it all. */
static char *
customer_line(CareStore *store, CareRecord *customer)
{
    return care_isolate(care_record_text(customer, CARE_CUSTOMER_NAME));
}

static const struct {
    const CareKind *kind;
    char *(*make)(CareStore *store, CareRecord *record);
} makers[] = {
    { &care_customer_kind, customer_line }, { &care_job_kind, job_line },
    { &care_invoice_kind, invoice_line },   { &care_payment_kind, payment_line },
    { &care_followup_kind, followup_line }, { &care_interaction_kind, interaction_line },
    { &care_feedback_kind, feedback_line }, { &care_complaint_kind, complaint_line },
};

char *
care_record_line(CareStore *store, CareRecord *record)
{
    g_autofree char *title = NULL;
    g_autofree char *name = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(makers); i++)
        if (care_record_is(record, makers[i].kind))
            return makers[i].make(store, record);
    title = care_record_title(record);
    if (g_str_equal(title, care_kind_label(care_record_kind(record)))) /* nothing is written in it yet */
        return g_strdup(title);
    name = care_isolate(title);
    /* Translators: %1$s is a kind of entry, "Loan", %2$s what it is about */
    return g_strdup_printf(_("%1$s: %2$s"), care_kind_label(care_record_kind(record)), name);
}

char *
care_record_line_deleted(CareStore *store, CareRecord *record)
{
    g_autofree char *line = care_record_line(store, record);

    /* Translators: %s is what was deleted, "Payment of €100.00 on invoice 2026-0003" */
    return g_strdup_printf(_("%s deleted"), line);
}

void
care_record_line_delete(GtkWidget *widget, CareStore *store, CareRecord *record)
{
    g_autofree char *sentence = care_record_line_deleted(store, record);

    care_delete_with_undo(widget, store, care_record_kind(record), care_record_id(record), sentence);
}
