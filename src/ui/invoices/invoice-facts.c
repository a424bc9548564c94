/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/invoice-facts.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/sentences.h"
#include "model/channel.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "model/device.h"
#include "model/invoice.h"
#include "model/job.h"
#include "ui/kit/format.h"
#include "ui/invoices/invoice-words.h"

char *
care_invoice_fact_customer(CareRecord *customer)
{
    CareRecord *phone, *email;

    if (!customer)
        return NULL;
    phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, 0);
    email = care_record_list_item(customer, CARE_CUSTOMER_EMAILS, 0);
    if (email)
        return g_strdup(care_record_text(email, CARE_CUSTOMER_EMAIL_ADDRESS));
    return phone ? care_isolate_number(care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER)) : NULL;
}

static CareRecord *
job_of(CareContext *context, CareRecord *invoice)
{
    CareId id = care_record_int(invoice, CARE_INVOICE_JOB);

    return id != 0 ? care_store_get(care_context_get_store(context), &care_job_kind, id, NULL) : NULL;
}

static char *
day_of(CareContext *context, CareInstant at)
{
    CareClock *clock = care_context_get_clock(context);

    return care_format_date_long(care_date_of_instant(at, care_clock_zone(clock)), care_clock_today(clock));
}

/* "2026-309, espresso grinder · finished Thursday 19 November" */
char *
care_invoice_fact_job(CareContext *context, CareRecord *invoice)
{
    g_autoptr(CareRecord) job = job_of(context, invoice);
    g_autoptr(CareRecord) device = NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    const char *what;

    if (!job)
        return NULL;
    if (care_record_is_set(job, CARE_JOB_DEVICE))
        device = care_store_get(care_context_get_store(context), &care_device_kind,
                                care_record_int(job, CARE_JOB_DEVICE), NULL);
    what = device ? care_record_text(device, CARE_DEVICE_NAME) : care_record_text(job, CARE_JOB_KIND);
    g_string_append(text, care_record_text(job, CARE_JOB_NUMBER));
    if (what)
        g_string_append_printf(text, ", %s", what);
    if (care_record_is_set(job, CARE_JOB_FINISHED)) {
        g_autofree char *day = day_of(context, care_record_int(job, CARE_JOB_FINISHED));

        g_string_append(text, " · ");
        g_string_append_printf(text, _("finished %s"), day);
    } else {
        g_string_append_printf(text, " · %s", _("not done yet"));
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* "Agreed with Sami Linde, Thursday 12 November" */
char *
care_invoice_fact_agreed(CareContext *context, CareRecord *invoice)
{
    g_autoptr(CareRecord) job = job_of(context, invoice);
    const char *who = job ? care_record_text(job, CARE_JOB_AGREED_BY) : NULL;
    g_autofree char *day = who && care_record_is_set(job, CARE_JOB_AGREED_AT)
                               ? day_of(context, care_record_int(job, CARE_JOB_AGREED_AT))
                               : NULL;

    if (who && day)
        return g_strdup_printf(_("Agreed with %s, %s"), who, day);
    return who ? g_strdup_printf(_("Agreed with %s"), who)
               : g_strdup(_("What was agreed beside what is billed"));
}

/* "€24.50 open · due Friday 4 December" */
char *
care_invoice_fact_state(CareRecord *invoice, CareDate today)
{
    CareTone tone;
    g_autofree char *words = care_invoice_state_words(invoice, today, &tone);
    g_autofree char *state = care_format_capital(words);
    CareDate due = care_record_date(invoice, CARE_INVOICE_DUE_DATE);
    CareDate issued = care_record_date(invoice, CARE_INVOICE_ISSUED);
    g_autofree char *day = care_format_date_long(care_invoice_is_open(invoice) ? due : issued, today);

    if (!care_invoice_is_open(invoice))
        return g_strdup_printf(_("%s · issued %s"), state, day);
    return g_strdup_printf(care_date_compare(due, today) < 0 ? _("%s · was due %s") : _("%s · due %s"), state,
                           day);
}

/* "Tuesday 24 November · reminded Friday 11 December"; NULL: it did not go out from here */
char *
care_invoice_fact_sent(CareContext *context, CareRecord *invoice)
{
    CareInstant told = care_record_int(invoice, CARE_INVOICE_TOLD);
    CareInstant reminded = care_record_int(invoice, CARE_INVOICE_REMINDED);
    g_autofree char *sent = told != 0 ? day_of(context, told) : NULL;
    g_autofree char *day = reminded != 0 ? day_of(context, reminded) : NULL;
    /* Translators: %s is a day on which somebody was reminded of an invoice */
    g_autofree char *reminder = day ? g_strdup_printf(_("reminded %s"), day) : NULL;

    if (!sent && !reminder)
        return NULL;
    return sent ? g_strjoin(" · ", sent, reminder, NULL) : g_steal_pointer(&reminder);
}

char *
care_invoice_fact_consent(CareContext *context, CareRecord *invoice)
{
    const char *how = care_record_text(invoice, CARE_INVOICE_CONSENT_HOW);
    const char *who = care_record_text(invoice, CARE_INVOICE_CONSENT_BY);
    g_autofree char *day = NULL;

    if (!care_record_is_set(invoice, CARE_INVOICE_CONSENT_AT))
        return NULL;
    day = day_of(context, care_record_int(invoice, CARE_INVOICE_CONSENT_AT));
    return g_strjoin(" · ", who ? who : _("Recorded"), how ? care_choice_label(&care_channel_set, how) : day,
                     how ? day : NULL, NULL);
}

static CareRecord *
find_related(CareStore *store, CareRecord *invoice)
{
    if (care_record_is_set(invoice, CARE_INVOICE_CORRECTS))
        return care_store_get(store, &care_invoice_kind, care_record_int(invoice, CARE_INVOICE_CORRECTS),
                              NULL);
    if (care_invoice_is_draft(invoice))
        return NULL;
    return care_store_find(store, &care_invoice_kind, "invoices/correction", "i", care_record_id(invoice));
}

char *
care_invoice_fact_related(CareStore *store, CareRecord *invoice, CareId *related)
{
    g_autoptr(CareRecord) other = find_related(store, invoice);
    const char *number = other ? care_record_text(other, CARE_INVOICE_NUMBER) : NULL;

    *related = other ? care_record_id(other) : 0;
    if (!number)
        return NULL;
    return g_strdup_printf(care_invoice_is_credit(invoice) ? _("Corrects invoice %s")
                                                           : _("Cancelled by credit note %s"),
                           number);
}

char *
care_invoice_fact_billing_time(CareBillingTime time)
{
    g_autofree char *usual = NULL;
    g_autofree char *waited = NULL;

    if (time.usual == 0)
        usual = g_strdup(_("You usually bill on the same day."));
    else if (time.usual > 0)
        usual = g_strdup_printf(ngettext("%d working day is your usual time to bill.",
                                         "%d working days is your usual time to bill.", (gulong)time.usual),
                                time.usual);
    if (time.waited > 0)
        waited = g_strdup_printf(ngettext("This job has waited %d working day.",
                                          "This job has waited %d working days.", (gulong)time.waited),
                                 time.waited);
    else if (time.waited == 0)
        waited = g_strdup(_("This job was finished today."));
    return usual ? care_sentences_join(usual, waited) : NULL;
}
