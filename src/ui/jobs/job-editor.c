/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-editor.h"

#include <glib/gi18n-lib.h>

#include "model/customer.h"
#include "model/device.h"
#include "model/job.h"
#include "model/plan.h"
#include "ui/kit/draft-keeper.h"
#include "ui/kit/template.h"
#include "ui/parts/customer-chooser.h"
#include "ui/parts/record-choice.h"
#include "ui/parts/record-line.h"

struct _CareJobEditor {
    CareRecordDialog parent_instance;

    gboolean showing;

    AdwActionRow *customer_row;
    AdwComboRow *device_choice;
    AdwComboRow *plan_choice;
};

G_DEFINE_FINAL_TYPE(CareJobEditor, care_job_editor, CARE_TYPE_RECORD_DIALOG)

static char *
care_job_editor_title(CareRecordDialog *dialog)
{
    const char *number = care_record_text(care_record_dialog_get_record(dialog), CARE_JOB_NUMBER);

    return number ? g_strdup_printf(_("Job %s"), number) : NULL;
}

static void
show_customer(CareJobEditor *self)
{
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    CareId id = care_record_int(care_record_dialog_get_record(dialog), CARE_JOB_CUSTOMER);
    g_autoptr(CareRecord) customer
        = care_store_get(care_record_dialog_get_store(dialog), &care_customer_kind, id, NULL);

    adw_action_row_set_subtitle(self->customer_row,
                                customer ? care_record_text(customer, CARE_CUSTOMER_NAME) : "");
}

/* What the rows of the form do not show. */
static void
show_choices(CareJobEditor *self)
{
    CareRecordDialog *dialog = CARE_RECORD_DIALOG(self);
    CareRecord *job = care_record_dialog_get_record(dialog);
    CareStore *store = care_record_dialog_get_store(dialog);
    g_autoptr(GPtrArray) devices = care_store_query(store, &care_device_kind, NULL, "customers/devices", "i",
                                                    care_record_int(job, CARE_JOB_CUSTOMER));
    g_autoptr(GPtrArray) plans = care_store_query(store, &care_plan_kind, NULL, "jobs/plans", "");

    self->showing = TRUE;
    show_customer(self);
    care_record_choice_fill(self->device_choice, store, &care_device_kind, devices,
                            care_record_int(job, CARE_JOB_DEVICE));
    care_record_choice_fill(self->plan_choice, store, &care_plan_kind, plans,
                            care_record_int(job, CARE_JOB_PLAN));
    /* its steps were made when it was handed over */
    gtk_widget_set_visible(GTK_WIDGET(self->plan_choice), !care_record_is_set(job, CARE_JOB_COLLECTED));
    self->showing = FALSE;
}

static void
care_job_editor_bound(CareRecordDialog *dialog)
{
    show_choices(CARE_JOB_EDITOR(dialog));
}

static void
take(CareRecord *job, int field, AdwComboRow *choice)
{
    CareId id = care_record_choice_get(choice);

    if (id)
        care_record_set_int(job, field, id);
    else
        care_record_clear(job, field);
}

static void
on_chosen(CareJobEditor *self)
{
    CareRecord *job = care_record_dialog_get_record(CARE_RECORD_DIALOG(self));

    if (!job || self->showing)
        return;
    take(job, CARE_JOB_DEVICE, self->device_choice);
    take(job, CARE_JOB_PLAN, self->plan_choice);
    care_record_dialog_touch(CARE_RECORD_DIALOG(self));
}

/* The device stays chosen: a job that was taken in for the wrong one takes it along. */
static void
on_customer_chosen(CareId customer, gpointer data)
{
    CareJobEditor *self = data;

    care_record_set_int(care_record_dialog_get_record(data), CARE_JOB_CUSTOMER, customer);
    show_choices(self);
    care_record_dialog_touch(data);
}

static void
on_customer(CareJobEditor *self)
{
    care_customer_chooser_present(GTK_WIDGET(self), care_record_dialog_get_context(CARE_RECORD_DIALOG(self)),
                                  _("Whose Job Is It?"), NULL, on_customer_chosen, GTK_WIDGET(self));
}

static char *
care_job_editor_deleted_sentence(CareRecordDialog *dialog)
{
    return care_record_line_deleted(care_record_dialog_get_store(dialog),
                                    care_record_dialog_get_record(dialog));
}

static void
care_job_editor_class_init(CareJobEditorClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    dialog_class->title = care_job_editor_title;
    dialog_class->bound = care_job_editor_bound;
    dialog_class->continued = care_job_editor_bound;
    dialog_class->deleted_sentence = care_job_editor_deleted_sentence;
    dialog_class->draft_word = CARE_JOB_EDITOR_DRAFT; /* "job" is what the page's own rows keep */
    CARE_TEMPLATE(klass, "jobs/job-editor.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareJobEditor, customer_row, device_choice, plan_choice);
    CARE_TEMPLATE_CALLBACKS(klass, on_customer, on_chosen);
}

static void
care_job_editor_init(CareJobEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_job_editor_present(GtkWidget *parent, CareContext *context, CareRecord *job)
{
    care_record_dialog_present(g_object_new(CARE_TYPE_JOB_EDITOR, NULL), parent, context, job);
}

gboolean
care_job_editor_continue(GtkWidget *parent, CareContext *context, const char *draft)
{
    g_autoptr(CareRecord) job = care_draft_resume(care_context_get_store(context), draft, &care_job_kind);

    if (job)
        care_job_editor_present(parent, context, job);
    return job != NULL;
}
