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
#include "service/jobs/to-bill.h"
#include "store/setting.h"

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

/* NULL where it is. */
static char *
not_billed(CareContext *context, CareRecord *job, gboolean in_part)
{
    g_autofree char *shop = NULL;
    g_autofree char *left = NULL;
    CareToBill bill;

    if (care_record_int(job, CARE_JOB_TO_BILL) == 0)
        return NULL;
    if (!in_part || !care_job_read_to_bill(care_store_reader(store_of(context)), job, &bill, NULL))
        return g_strdup(in_part ? _("Not all of it is billed yet") : _("It is not billed yet"));
    shop = care_store_setting(store_of(context), CARE_SETTING_CURRENCY);
    left = care_money_format(bill.left, care_record_currency(job, shop));
    /* Translators: %s is an amount of what was handed over */
    return g_strdup_printf(_("%s of it is not billed yet"), left);
}

/* What is owed for it, in the currency of its first invoice that is not paid; NULL where nothing is. What cannot be read is
 * not nothing. */
static char *
money_owed(CareContext *context, CareRecord *job)
{
    g_autoptr(GPtrArray) invoices = care_store_query(store_of(context), &care_invoice_kind, NULL,
                                                     "invoices/standing", "i", care_record_id(job));
    const char *currency = NULL;
    CareMoney sum = 0;
    g_autofree char *amount = NULL;

    if (!invoices)
        return g_strdup(_("What is to be paid could not be read"));
    for (guint i = 0; i < invoices->len; i++) {
        CareMoney open = care_invoice_open(invoices->pdata[i]);
        const char *its = care_record_text(invoices->pdata[i], CARE_INVOICE_CURRENCY);

        if (open == 0 || (currency && g_strcmp0(its, currency) != 0)
            || __builtin_add_overflow(sum, open, &sum))
            continue;
        currency = its;
    }
    if (!currency)
        return not_billed(context, job, invoices->len > 0);
    amount = care_money_format(sum, currency);
    return g_strdup_printf(_("%s is unpaid"), amount);
}

char *
care_job_handed_over(CareContext *context, CareRecord *job)
{
    g_autofree char *who = who_has_it(context, job);
    g_autofree char *owed = money_owed(context, job);

    return care_sentences_join(who, owed);
}
