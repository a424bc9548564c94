/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/complaint-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "model/customer.h"
#include "model/feedback.h"
#include "model/job.h"
#include "ui/feedback/feedback-words.h"
#include "ui/kit/facts.h"
#include "ui/kit/plain-row.h"
#include "ui/parts/job-facts.h"
#include "ui/parts/person-row.h"
#include "ui/parts/reach.h"
#include "ui/parts/thing-icon.h"

static void
append(GtkListBox *list, GtkWidget *row, CareRecord *record)
{
    care_plain_row_lead_on(row);
    care_plain_row_open(row, care_record_kind(record)->name, care_record_id(record));
    gtk_list_box_append(list, row);
}

static void
append_thing(GtkListBox *list, const char *icon, CareTone tone, const char *title, const char *subtitle,
             CareRecord *record)
{
    GtkWidget *row = care_plain_row_new(title, subtitle);

    adw_action_row_add_prefix(ADW_ACTION_ROW(row), care_thing_icon_new(icon, tone));
    adw_action_row_set_subtitle_lines(ADW_ACTION_ROW(row), 0);
    care_plain_row_say_all(row, NULL);
    append(list, row, record);
}

static void
append_person(GtkListBox *list, CareRecord *customer, const char *call_action)
{
    GtkWidget *row = care_person_row_new(care_record_text(customer, CARE_CUSTOMER_NAME), NULL,
                                         care_reach_first_phone(customer));
    GtkWidget *call = care_reach_call_button_new(customer, 0);

    if (call) {
        gtk_actionable_set_detailed_action_name(GTK_ACTIONABLE(call), call_action);
        adw_action_row_add_suffix(ADW_ACTION_ROW(row), call);
    }
    append(list, row, customer);
}

static void
append_job(GtkListBox *list, CareStore *store, CareId id)
{
    g_autoptr(CareRecord) job = id ? care_store_get(store, &care_job_kind, id, NULL) : NULL;
    g_autofree char *about = care_job_about(store, id);
    g_autofree char *money = job ? care_job_money(store, job) : NULL;

    if (job)
        append_thing(list, "care-wrench-symbolic", CARE_TONE_NEUTRAL, about, money, job);
}

static void
append_answer(GtkListBox *list, CareStore *store, CareId id)
{
    g_autoptr(CareRecord) answer = id ? care_store_get(store, &care_feedback_kind, id, NULL) : NULL;
    g_autofree char *pill = answer ? care_answer_pill(answer) : NULL;

    if (pill)
        append_thing(list, "care-star-symbolic", CARE_TONE_NEUTRAL, pill, _("The answer that told us"),
                     answer);
}

void
care_complaint_about_fill(GtkListBox *list, CareStore *store, CareRecord *complaint, CareRecord *customer,
                          const char *call_action)
{
    gtk_list_box_remove_all(list);
    append_person(list, customer, call_action);
    append_job(list, store, care_record_int(complaint, CARE_COMPLAINT_JOB));
    append_answer(list, store, care_record_int(complaint, CARE_COMPLAINT_FEEDBACK));
}

gboolean
care_complaint_earlier_fill(GtkListBox *list, CareContext *context, CareRecord *complaint)
{
    CareStore *store = care_context_get_store(context);
    CareClock *clock = care_context_get_clock(context);
    g_autoptr(CareAnswerClock) answers = care_answer_clock_new(care_store_reader(store), clock);
    g_autoptr(GPtrArray) earlier
        = care_store_query(store, &care_complaint_kind, NULL, "feedback/earlier", "iii",
                           care_record_int(complaint, CARE_COMPLAINT_CUSTOMER), care_record_id(complaint),
                           care_record_int(complaint, CARE_COMPLAINT_RECEIVED));

    gtk_list_box_remove_all(list);
    for (guint i = 0; earlier && i < earlier->len; i++) {
        CareRecord *one = earlier->pdata[i];
        g_autofree char *quote = g_strdup_printf(_("“%s”"), care_record_text(one, CARE_COMPLAINT_WORDS));
        g_autofree char *received = care_complaint_received(one, store);
        CareTone tone;
        g_autofree char *standing = care_complaint_standing(one, answers, clock, &tone);
        g_autoptr(GString) facts = g_string_new(received);

        care_facts_add(facts, standing);
        append_thing(list, "care-alert-symbolic", tone, quote, facts->str, one);
    }
    return earlier && earlier->len > 0;
}
