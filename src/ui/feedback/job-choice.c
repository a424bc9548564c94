/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/job-choice.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "store/named-query.h"
#include "ui/kit/format.h"
#include "ui/feedback/feedback-words.h"

#define SHOWN 20

struct _CareJobChoice {
    AdwComboRow parent_instance;

    GArray *jobs; /* of CareId, by position; the first is 0 */
};

G_DEFINE_FINAL_TYPE(CareJobChoice, care_job_choice, ADW_TYPE_COMBO_ROW)

static void
care_job_choice_finalize(GObject *object)
{
    g_array_unref(CARE_JOB_CHOICE(object)->jobs);
    G_OBJECT_CLASS(care_job_choice_parent_class)->finalize(object);
}

static void
care_job_choice_class_init(CareJobChoiceClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_job_choice_finalize;
}

static void
care_job_choice_init(CareJobChoice *self)
{
    self->jobs = g_array_new(FALSE, FALSE, sizeof(CareId));
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(self), FALSE);
}

static void
add(CareJobChoice *self, GtkStringList *labels, CareId job, const char *label)
{
    g_array_append_val(self->jobs, job);
    gtk_string_list_append(labels, label);
}

static char *
label_of(CareContext *context, CareRecord *job)
{
    CareClock *clock = care_context_get_clock(context);
    g_autofree char *about = care_feedback_about(care_context_get_store(context), care_record_id(job));
    g_autofree char *day = care_format_date(
        care_date_of_instant(care_record_int(job, CARE_JOB_RECEIVED), care_clock_zone(clock)),
        care_clock_today(clock));

    return g_strdup_printf("%s · %s", about, day);
}

void
care_job_choice_fill(CareJobChoice *self, CareContext *context, CareId customer, CareId chosen)
{
    g_autoptr(GtkStringList) labels = gtk_string_list_new(NULL);
    g_autoptr(GPtrArray) jobs = care_store_query(care_context_get_store(context), &care_job_kind, NULL,
                                                 "feedback/jobs", "iii", customer, chosen, (gint64)SHOWN);
    guint selected = 0;

    g_return_if_fail(CARE_IS_JOB_CHOICE(self));
    g_array_set_size(self->jobs, 0);
    /* Translators: an answer or a complaint that is about none of the customer's jobs */
    add(self, labels, 0, _("No job in particular"));
    for (guint i = 0; jobs && i < jobs->len; i++) {
        g_autofree char *label = label_of(context, jobs->pdata[i]);

        if (care_record_id(jobs->pdata[i]) == chosen)
            selected = self->jobs->len;
        add(self, labels, care_record_id(jobs->pdata[i]), label);
    }
    adw_combo_row_set_model(ADW_COMBO_ROW(self), G_LIST_MODEL(labels));
    adw_combo_row_set_selected(ADW_COMBO_ROW(self), selected);
}

/* 0: none in particular. */
CareId
care_job_choice_get_job(CareJobChoice *self)
{
    guint selected = adw_combo_row_get_selected(ADW_COMBO_ROW(self));

    g_return_val_if_fail(CARE_IS_JOB_CHOICE(self), 0);
    return selected < self->jobs->len ? g_array_index(self->jobs, CareId, selected) : 0;
}

CareId
care_job_choice_suggest(CareStore *store, CareId customer)
{
    return care_query_number(care_store_reader(store), "feedback/unanswered-job", "i", customer);
}
