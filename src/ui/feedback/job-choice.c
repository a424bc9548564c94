/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/job-choice.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "store/named-query.h"
#include "ui/kit/choice-row.h"
#include "ui/kit/format.h"
#include "ui/feedback/feedback-words.h"
#include "ui/parts/job-facts.h"

#define SHOWN 20

static char *
label_of(CareContext *context, CareRecord *job)
{
    CareClock *clock = care_context_get_clock(context);
    g_autofree char *about = care_job_about(care_context_get_store(context), care_record_id(job));
    g_autofree char *day = care_format_date(
        care_date_of_instant(care_record_int(job, CARE_JOB_RECEIVED), care_clock_zone(clock)),
        care_clock_today(clock));

    return g_strdup_printf("%s · %s", about, day);
}

static void
add(GPtrArray *words, GtkStringList *labels, CareId job, const char *label)
{
    g_ptr_array_add(words, job != 0 ? care_id_to_string(job) : g_strdup(""));
    gtk_string_list_append(labels, label);
}

void
care_job_choice_fill(AdwComboRow *row, CareContext *context, CareId customer, CareId chosen)
{
    g_autoptr(GtkStringList) labels = gtk_string_list_new(NULL);
    g_autofree char *word = care_id_to_string(chosen);
    g_autoptr(GPtrArray) jobs = care_store_query(care_context_get_store(context), &care_job_kind, NULL,
                                                 "feedback/jobs", "iii", customer, chosen, (gint64)SHOWN);
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

    /* Translators: an answer or a complaint that is about none of the customer's jobs; there is none to choose */
    add(words, labels, 0, jobs && jobs->len == 0 ? _("No job yet") : _("No job in particular"));
    for (guint i = 0; jobs && i < jobs->len; i++) {
        g_autofree char *label = label_of(context, jobs->pdata[i]);

        add(words, labels, care_record_id(jobs->pdata[i]), label);
    }
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(row), FALSE);
    care_choice_row_fill_with(row, words, labels);
    care_choice_row_set(row, chosen != 0 ? word : NULL);
}

CareId
care_job_choice_suggest(CareStore *store, CareId customer)
{
    return care_query_number(care_store_reader(store), "feedback/unanswered-job", "i", customer);
}

CareId
care_job_choice_only(CareStore *store, CareId customer)
{
    return care_query_number(care_store_reader(store), "feedback/only-job", "i", customer);
}
