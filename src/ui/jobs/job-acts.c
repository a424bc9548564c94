/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-acts.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "service/jobs/care-document.h"
#include "ui/jobs/job-words.h"
#include "ui/kit/dialog-fit.h"

static GtkWidget *
add_act(CareWrap *acts, const char *label, gboolean owed)
{
    GtkWidget *button = gtk_button_new_with_label(label);

    if (owed)
        gtk_widget_add_css_class(button, "suggested-action");
    care_wrap_append(acts, button);
    return button;
}

static void
add_move(CareWrap *acts, const char *from, const char *to, gboolean owed)
{
    GtkWidget *button = add_act(acts, care_job_move_label(from, to), owed);

    gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "s", to);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "job.move");
}

/* What the shop owes the customer about this job, the most urgent first. TRUE: one is due now, and has the accent. */
static gboolean
add_owed(CareWrap *acts, GPtrArray *lines)
{
    gboolean due = FALSE;

    for (guint i = 0; i < lines->len; i++) {
        const CareDueItem *line = lines->pdata[i];
        g_autofree char *label = NULL;
        GtkWidget *button;

        if (!line->now || !care_due_rule_info(line->rule)->promise)
            continue;
        /* Translators: in place of a name: "Tell Them It Is Ready" */
        label = care_due_keep_label(line, C_("instead of a first name", "Them"));
        button = add_act(acts, label, !due);
        gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "s", line->id);
        gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "job.due");
        due = TRUE;
    }
    return due;
}

static void
add_bill(CareWrap *acts, CareRecord *job, gboolean owed)
{
    GtkWidget *button = add_act(acts, _("Bill"), owed);

    gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "x", (gint64)care_record_id(job));
    gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "win.bill");
}

static void
add_care_card(CareWrap *acts)
{
    GtkWidget *button = add_act(acts, _("Care Card"), FALSE);

    gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "s", care_care_paper_kind.name);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "job.paper");
}

/* Whether Today asks for a bill now. */
static gboolean
is_bill_due(GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        const CareDueItem *line = lines->pdata[i];

        if (line->rule == CARE_DUE_UNBILLED)
            return line->now;
    }
    return FALSE;
}

/* One accent: what is owed now. */
void
care_job_acts_fill(CareWrap *acts, CareRecord *job, GPtrArray *lines)
{
    const char *status = care_record_text(job, CARE_JOB_STATUS);
    const char *next = care_job_next_status(status);
    gboolean open = next && !care_job_status_is(status, CARE_STATUS_READY);
    gboolean owes;

    care_wrap_clear(acts);
    owes = add_owed(acts, lines);
    if (next)
        add_move(acts, status, next, !owes);
    if (care_record_int(job, CARE_JOB_TO_BILL) != 0)
        add_bill(acts, job, !owes && !next && is_bill_due(lines));
    if (care_job_status_is(status, CARE_STATUS_COLLECTED))
        add_care_card(acts);
    if (open && !care_job_status_is(status, CARE_STATUS_WAITING))
        add_move(acts, status, care_job_status_word(CARE_STATUS_WAITING), FALSE);
    if (care_job_status_is(status, CARE_STATUS_READY))
        add_move(acts, status, care_job_status_word(CARE_STATUS_WORKING), FALSE);
    if (open)
        add_move(acts, status, care_job_status_word(CARE_STATUS_CANCELLED), FALSE);
    if (care_job_waits_for_return(job))
        gtk_actionable_set_action_name(GTK_ACTIONABLE(add_act(acts, _("Hand Back"), !owes)), "job.hand-back");
    if (care_job_status_is(status, CARE_STATUS_CANCELLED))
        add_move(acts, status, care_job_status_word(CARE_STATUS_RECEIVED), FALSE);
    care_buttons_break(GTK_WIDGET(acts));
}
