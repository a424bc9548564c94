/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-aside.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer.h"
#include "model/job.h"
#include "store/draft.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

typedef struct {
    GtkWidget *window; /* weak */
    CareContext *context;
    CareIntakeAside what; /* owns its texts; without a name */
} Aside;

static void
aside_free(gpointer data)
{
    Aside *aside = data;

    g_clear_weak_pointer(&aside->window);
    g_object_unref(aside->context);
    g_free((char *)aside->what.key);
    g_free((char *)aside->what.code);
    g_free(aside);
}

static void
take_up(gpointer data)
{
    Aside *aside = data;
    g_autofree char *kept = care_draft_read(care_context_get_store(aside->context), aside->what.key);

    if (kept && aside->window)
        aside->what.take_up(aside->window, aside->context, &aside->what);
}

void
care_intake_aside_say(GtkWidget *window, CareContext *context, const CareIntakeAside *aside)
{
    Aside *copy = g_new0(Aside, 1);
    g_autofree char *name = care_isolate(aside->name);
    /* Translators: %s is whose a job is and what is wrong, "Elif Haas · Brake dead" */
    g_autofree char *sentence = g_strdup_printf(_("Kept under New Job: %s"), name);

    g_set_weak_pointer(&copy->window, window);
    copy->context = g_object_ref(context);
    copy->what = *aside;
    copy->what.name = NULL;
    copy->what.key = g_strdup(aside->key);
    copy->what.code = g_strdup(aside->code);
    care_toast_unsaved(window, sentence, take_up, copy, aside_free);
}

void
care_intake_offer_undo(GtkWidget *window, CareStore *store, CareId id, gboolean is_new)
{
    g_autoptr(CareRecord) job = care_store_get(store, &care_job_kind, id, NULL);
    CareId customer = job ? care_record_int(job, CARE_JOB_CUSTOMER) : 0;
    g_autoptr(CareRecord) made = !job     ? NULL
                                 : is_new ? care_store_get(store, &care_customer_kind, customer, NULL)
                                          : g_object_ref(job);
    g_autofree char *sentence = NULL;

    if (!made)
        return;
    /* Translators: %s is the number of a job */
    sentence = g_strdup_printf(_("Job %s taken in"), care_record_text(job, CARE_JOB_NUMBER));
    care_take_back_offer_opened(window, store, made, job, sentence);
}
