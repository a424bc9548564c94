/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-acts.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/job.h"
#include "service/jobs/care-document.h"
#include "service/jobs/job-flow.h"
#include "service/today/today.h"
#include "ui/parts/call-dialog.h"
#include "ui/parts/compose-target.h"
#include "ui/jobs/job-words.h"

static GtkWidget *
add_act(AdwWrapBox *acts, const char *label, gboolean owed)
{
    GtkWidget *button = gtk_button_new_with_label(label);

    if (owed)
        gtk_widget_add_css_class(button, "suggested-action");
    adw_wrap_box_append(acts, button);
    return button;
}

static void
add_move(AdwWrapBox *acts, const char *from, const char *to, gboolean owed)
{
    GtkWidget *button = add_act(acts, care_job_move_label(from, to), owed);

    gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "s", to);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "job.move");
}

/* One accent: what is owed now. */
void
care_job_acts_fill(AdwWrapBox *acts, CareRecord *job)
{
    const char *status = care_record_text(job, CARE_JOB_STATUS);
    const char *next = care_job_next_status(status);
    gboolean owes = care_job_owes_message(job);
    gboolean to_bill = care_record_int(job, CARE_JOB_TO_BILL) != 0;
    gboolean open = next && !g_str_equal(status, "ready");
    GtkWidget *button;

    while ((button = gtk_widget_get_first_child(GTK_WIDGET(acts))))
        adw_wrap_box_remove(acts, button);
    if (owes) {
        button = add_act(acts, _("Tell Them It Is Ready"), TRUE);
        gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "job.tell");
    }
    if (next)
        add_move(acts, status, next, !owes);
    if (to_bill) {
        button = add_act(acts, _("Bill"), !owes && !next);
        gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "x", (gint64)care_record_id(job));
        gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "win.bill");
    }
    if (g_str_equal(status, "collected")) {
        button = add_act(acts, _("Care Card"), FALSE);
        gtk_actionable_set_action_target(GTK_ACTIONABLE(button), "s", care_care_paper_kind.name);
        gtk_actionable_set_action_name(GTK_ACTIONABLE(button), "job.paper");
    }
    if (open && !g_str_equal(status, "waiting"))
        add_move(acts, status, "waiting", FALSE);
    if (g_str_equal(status, "ready"))
        add_move(acts, status, "working", FALSE);
    if (open)
        add_move(acts, status, "cancelled", FALSE);
    if (g_str_equal(status, "cancelled"))
        add_move(acts, status, "received", FALSE);
}

/* By the channel they prefer: the composer, or the log of a call. */
void
care_job_tell(GtkWidget *widget, CareContext *context, CareRecord *job, CareRecord *customer,
              const char *headline)
{
    const char *channel = care_record_text(customer, CARE_CUSTOMER_CHANNEL);
    gboolean written = g_strcmp0(channel, "email") == 0 || g_strcmp0(channel, "sms") == 0
                       || g_strcmp0(channel, "letter") == 0;
    g_autofree char *text = g_strdup_printf(_("%s is ready"), headline);
    CareDueItem item = { .rule = CARE_DUE_TO_TELL,
                         .record = care_record_id(job),
                         .customer = care_record_id(customer),
                         .job = care_record_id(job),
                         .situation = care_due_rule_info(CARE_DUE_TO_TELL)->situation,
                         .text = text,
                         .channel = (char *)channel };

    if (written
        && care_compose(widget, &(CareMessageOccasion){
                                    .customer = item.customer, .job = item.job, .situation = "ready" }))
        return;
    care_call_dialog_present(context, &item, widget);
}
