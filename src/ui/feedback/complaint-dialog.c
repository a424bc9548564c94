/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/complaint-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "ui/kit/instant-row.h"
#include "ui/kit/template.h"
#include "ui/feedback/job-choice.h"

struct _CareComplaintDialog {
    CareRecordDialog parent_instance;

    AdwComboRow *job;
};

G_DEFINE_FINAL_TYPE(CareComplaintDialog, care_complaint_dialog, CARE_TYPE_RECORD_DIALOG)

static char *
care_complaint_dialog_title_with(CareRecordDialog *dialog, const char *customer)
{
    return g_strdup_printf(_("Complaint of %s"), customer);
}

static void
offer_jobs(CareComplaintDialog *self, CareContext *context, CareRecord *complaint)
{
    care_job_choice_fill(self->job, context, care_record_int(complaint, CARE_COMPLAINT_CUSTOMER),
                         care_record_int(complaint, CARE_COMPLAINT_JOB));
}

static void
care_complaint_dialog_continued(CareRecordDialog *dialog)
{
    offer_jobs(CARE_COMPLAINT_DIALOG(dialog), care_record_dialog_get_context(dialog),
               care_record_dialog_get_record(dialog));
}

static gboolean
care_complaint_dialog_check(CareRecordDialog *dialog)
{
    CareRecord *complaint = care_record_dialog_get_record(dialog);

    if (!care_record_is_set(complaint, CARE_COMPLAINT_WORDS)) {
        care_record_dialog_say(dialog, _("Write down what they said, even one word."));
        return FALSE;
    }
    return CARE_RECORD_DIALOG_CLASS(care_complaint_dialog_parent_class)->check(dialog);
}

static gboolean
care_complaint_dialog_opens(CareRecordDialog *dialog)
{
    return TRUE;
}

static char *
care_complaint_dialog_saved_sentence(CareRecordDialog *dialog)
{
    return g_strdup(_("Complaint saved"));
}

static void
care_complaint_dialog_class_init(CareComplaintDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    dialog_class->title_with = care_complaint_dialog_title_with;
    dialog_class->draft_word = "complaint";
    dialog_class->continued = care_complaint_dialog_continued;
    dialog_class->check = care_complaint_dialog_check;
    dialog_class->saved_sentence = care_complaint_dialog_saved_sentence;
    dialog_class->opens = care_complaint_dialog_opens;
    CARE_TEMPLATE_NEEDS(CARE_TYPE_INSTANT_ROW);
    CARE_TEMPLATE(klass, "feedback/complaint-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareComplaintDialog, job);
}

static void
care_complaint_dialog_init(CareComplaintDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_complaint_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *complaint)
{
    CareComplaintDialog *self = g_object_new(CARE_TYPE_COMPLAINT_DIALOG, NULL);

    offer_jobs(self, context, complaint);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, complaint);
}
