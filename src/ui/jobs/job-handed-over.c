/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-handed-over.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "core/money.h"
#include "core/sentences.h"
#include "model/customer.h"
#include "model/invoice.h"
#include "model/job.h"
#include "service/today/due.h"
#include "ui/kit/facts.h"
#include "ui/kit/format.h"

static CareStore *
store_of(CareContext *context)
{
    return care_context_get_store(context);
}

/* "Katrin has it." */
static char *
who_has_it(CareContext *context, CareRecord *job)
{
    g_autoptr(CareRecord) customer = care_store_get(store_of(context), &care_customer_kind,
                                                    care_record_int(job, CARE_JOB_CUSTOMER), NULL);
    g_autofree char *first = customer ? care_customer_first_name(customer) : NULL;
    g_autofree char *who = care_isolate(first);

    /* Translators: what was repaired was handed over: "Katrin has it." */
    return who ? g_strdup_printf(_("%s has it."), who) : g_strdup(_("Handed over."));
}

static const CareDueItem *
earlier(const CareDueItem *one, const CareDueItem *other)
{
    return !one || care_date_compare(other->on, one->on) < 0 ? other : one;
}

/* The first step of its plan, on the day on which Today will ask for it; NULL where none comes. */
static char *
next_step(CareContext *context, CareRecord *job)
{
    const CareDueScope scope = { .job = care_record_id(job), .days = CARE_DUE_EVER };
    CareClock *clock = care_context_get_clock(context);
    g_autoptr(GPtrArray) lines = care_due_find(care_store_reader(store_of(context)), clock, &scope, NULL);
    const CareDueItem *next = NULL;
    g_autofree char *title = NULL;
    g_autofree char *day = NULL;

    for (guint i = 0; lines && i < lines->len; i++) {
        const CareDueItem *line = lines->pdata[i];

        if (line->rule == CARE_DUE_FOLLOWUP && line->title)
            next = earlier(next, line);
    }
    if (!next)
        return NULL;
    title = care_isolate(next->title);
    day = care_format_relative_day(next->on, care_clock_today(clock));
    /* Translators: a step of an aftercare plan and its day: "Next: Still braking well?, 16 Mar" */
    return g_strdup_printf(_("Next: %s, %s"), title, day);
}

/* What is owed for it, in the currency of its first invoice that is not paid; NULL where nothing is. */
static char *
money_owed(CareContext *context, CareRecord *job)
{
    g_autoptr(GPtrArray) invoices = care_store_query(store_of(context), &care_invoice_kind, NULL,
                                                     "invoices/standing", "i", care_record_id(job));
    const char *currency = NULL;
    CareMoney sum = 0;
    g_autofree char *amount = NULL;

    for (guint i = 0; invoices && i < invoices->len; i++) {
        CareMoney open = care_invoice_open(invoices->pdata[i]);
        const char *its = care_record_text(invoices->pdata[i], CARE_INVOICE_CURRENCY);

        if (open == 0 || (currency && g_strcmp0(its, currency) != 0)
            || __builtin_add_overflow(sum, open, &sum))
            continue;
        currency = its;
    }
    if (!currency)
        return care_record_int(job, CARE_JOB_TO_BILL) != 0 ? g_strdup(_("It is not billed yet")) : NULL;
    amount = care_money_format(sum, currency);
    return g_strdup_printf(_("%s is unpaid"), amount);
}

char *
care_job_handed_over(CareContext *context, CareRecord *job, gboolean code_deleted)
{
    g_autofree char *who = who_has_it(context, job);
    g_autofree char *next = next_step(context, job);
    g_autofree char *owed = money_owed(context, job);
    g_autoptr(GString) facts = g_string_new(NULL);

    care_facts_add(facts, next);
    care_facts_add(facts, owed);
    care_facts_add(facts, code_deleted ? _("The unlock code is deleted") : NULL);
    return care_sentences_join(who, facts->str);
}
