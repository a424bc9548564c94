/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/job-facts.h"

#include <glib/gi18n-lib.h>

#include "core/money.h"
#include "model/device.h"
#include "model/job.h"
#include "store/named-query.h"
#include "ui/kit/facts.h"

char *
care_job_about(CareStore *store, CareId id)
{
    g_autoptr(CareRecord) job = id ? care_store_get(store, &care_job_kind, id, NULL) : NULL;
    CareId device_id = job ? care_record_int(job, CARE_JOB_DEVICE) : 0;
    g_autoptr(CareRecord) device
        = device_id ? care_store_get(store, &care_device_kind, device_id, NULL) : NULL;
    const char *kind = job ? care_record_text(job, CARE_JOB_KIND) : NULL;
    const char *thing = device ? care_record_text(device, CARE_DEVICE_NAME) : NULL;

    if (!job)
        return NULL;
    if (kind && thing)
        return g_strdup_printf("%s · %s", kind, thing);
    return g_strdup(thing ? thing : kind ? kind : care_record_text(job, CARE_JOB_NUMBER));
}

/* FALSE: nobody knows; then nothing is said of money, rather than that nothing was paid. */
static gboolean
read_paid(CareStore *store, CareRecord *job, const char *currency, gint64 *paid)
{
    g_autoptr(GError) error = NULL;

    *paid = 0;
    if (care_query_int(care_store_reader(store), "feedback/paid-for-job", paid, &error, "is",
                       care_record_id(job), currency))
        return TRUE;
    g_warning("What was paid for job %s cannot be read: %s", care_record_text(job, CARE_JOB_NUMBER),
              error->message);
    return FALSE;
}

char *
care_job_money(CareStore *store, CareRecord *job)
{
    const char *currency = care_record_text(job, CARE_JOB_CURRENCY);
    CareMoney agreed = care_record_int(job, CARE_JOB_AGREED);
    gint64 paid = 0;
    gboolean known = currency && read_paid(store, job, currency, &paid);
    g_autofree char *price = known && agreed != 0 ? care_money_format(agreed, currency) : NULL;
    g_autofree char *given = paid != 0 ? care_money_format(paid, currency) : NULL;
    /* Translators: %s is an amount */
    g_autofree char *promised
        = price ? g_strdup_printf(care_record_is_set(job, CARE_JOB_AGREED_BY) ? _("agreed %s")
                                                                              : _("%s, not agreed yet"),
                                  price)
                : NULL;
    g_autofree char *settled = given ? g_strdup_printf(_("paid %s"), given) : NULL;
    g_autoptr(GString) facts = g_string_new(care_record_text(job, CARE_JOB_NUMBER));

    care_facts_add(facts, promised);
    care_facts_add(facts, settled);
    return g_string_free_and_steal(g_steal_pointer(&facts));
}
