/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/agreement-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "ui/kit/date-row.h"
#include "ui/kit/template.h"
#include "ui/parts/yes-rows.h"

struct _CareAgreementDialog {
    CareRecordDialog parent_instance;

    AdwPreferencesGroup *group;
    AdwComboRow *how_row;
    CareDateRow *date;
};

G_DEFINE_FINAL_TYPE(CareAgreementDialog, care_agreement_dialog, CARE_TYPE_RECORD_DIALOG)

/* It is the yes that this is about, not the job. */
static char *
care_agreement_dialog_title(CareRecordDialog *dialog)
{
    return NULL;
}

static gboolean
care_agreement_dialog_check(CareRecordDialog *dialog)
{
    CareAgreementDialog *self = CARE_AGREEMENT_DIALOG(dialog);

    if (!care_record_is_set(care_record_dialog_get_record(dialog), CARE_JOB_AGREED_BY)) {
        care_form_show_error(care_record_dialog_get_form(dialog), CARE_JOB_AGREED_BY,
                             _("Please fill this in."));
        return FALSE;
    }
    return care_yes_rows_check(dialog, self->date, _("Nobody can have said yes in the future."));
}

static void
care_agreement_dialog_save(CareRecordDialog *dialog)
{
    CareAgreementDialog *self = CARE_AGREEMENT_DIALOG(dialog);
    CareRecord *job = care_record_dialog_get_record(dialog);

    care_record_set_int(job, CARE_JOB_AGREED_AT, care_yes_rows_instant(dialog, self->date));
    care_record_set_text(job, CARE_JOB_AGREED_HOW, care_yes_rows_how(self->how_row));
    CARE_RECORD_DIALOG_CLASS(care_agreement_dialog_parent_class)->save(dialog);
}

static void
care_agreement_dialog_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_AGREEMENT_DIALOG);
    G_OBJECT_CLASS(care_agreement_dialog_parent_class)->dispose(object);
}

static void
care_agreement_dialog_class_init(CareAgreementDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_agreement_dialog_dispose;
    dialog_class->title = care_agreement_dialog_title;
    dialog_class->check = care_agreement_dialog_check;
    dialog_class->save = care_agreement_dialog_save;

    CARE_TEMPLATE(klass, "jobs/agreement-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareAgreementDialog, group, how_row, date);
}

static void
care_agreement_dialog_init(CareAgreementDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_yes_rows_fill(self->how_row);
}

void
care_agreement_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *job, const char *who,
                              const char *price)
{
    CareAgreementDialog *self = g_object_new(CARE_TYPE_AGREEMENT_DIALOG, NULL);
    CareDate today = care_clock_today(care_context_get_clock(context));
    /* Translators: %s is an amount */
    g_autofree char *description = g_strdup_printf(_("To %s, as the lines are now."), price);

    adw_preferences_group_set_description(self->group, description);
    care_date_row_set_today(self->date, today);
    care_date_row_set_date(self->date, today);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, job);
    care_record_dialog_suggest(CARE_RECORD_DIALOG(self), CARE_JOB_AGREED_BY, who);
}
