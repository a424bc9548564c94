/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/invoices/consent-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"
#include "ui/kit/date-row.h"
#include "ui/kit/template.h"
#include "ui/parts/yes-rows.h"

struct _CareConsentDialog {
    CareRecordDialog parent_instance;

    CareConsentFunc done;
    GtkWidget *keep; /* weak */

    AdwPreferencesGroup *group;
    AdwComboRow *how_row;
    CareDateRow *date;
};

G_DEFINE_FINAL_TYPE(CareConsentDialog, care_consent_dialog, CARE_TYPE_RECORD_DIALOG)

/* The invoice is one of many drafts: it is the consent that this is about. */
static char *
care_consent_dialog_title(CareRecordDialog *dialog)
{
    return NULL;
}

static gboolean
care_consent_dialog_check(CareRecordDialog *dialog)
{
    CareConsentDialog *self = CARE_CONSENT_DIALOG(dialog);

    if (!care_record_is_set(care_record_dialog_get_record(dialog), CARE_INVOICE_CONSENT_BY)) {
        care_form_show_error(care_record_dialog_get_form(dialog), CARE_INVOICE_CONSENT_BY,
                             _("Please fill this in."));
        return FALSE;
    }
    return care_yes_rows_check(dialog, self->date, _("A consent cannot lie in the future."));
}

static void
care_consent_dialog_save(CareRecordDialog *dialog)
{
    CareConsentDialog *self = CARE_CONSENT_DIALOG(dialog);
    CareRecord *invoice = care_record_dialog_get_record(dialog);

    care_record_set_int(invoice, CARE_INVOICE_CONSENT_AT, care_yes_rows_instant(dialog, self->date));
    care_record_set_text(invoice, CARE_INVOICE_CONSENT_HOW, care_yes_rows_how(self->how_row));
    if (self->keep)
        self->done(invoice, self->keep);
    care_record_dialog_finish(dialog, NULL);
}

static void
care_consent_dialog_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_CONSENT_DIALOG);
    g_clear_weak_pointer(&CARE_CONSENT_DIALOG(object)->keep);
    G_OBJECT_CLASS(care_consent_dialog_parent_class)->dispose(object);
}

static void
care_consent_dialog_class_init(CareConsentDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_consent_dialog_dispose;
    dialog_class->title = care_consent_dialog_title;
    dialog_class->check = care_consent_dialog_check;
    dialog_class->save = care_consent_dialog_save;

    CARE_TEMPLATE(klass, "invoices/consent-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareConsentDialog, group, how_row, date);
}

static void
care_consent_dialog_init(CareConsentDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_yes_rows_fill(self->how_row);
}

void
care_consent_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *invoice,
                            const char *description, const char *who, CareConsentFunc done, GtkWidget *keep)
{
    CareConsentDialog *self = g_object_new(CARE_TYPE_CONSENT_DIALOG, NULL);
    CareDate today = care_clock_today(care_context_get_clock(context));
    g_autofree char *escaped = description ? g_markup_escape_text(description, -1) : NULL;

    self->done = done;
    g_set_weak_pointer(&self->keep, keep);
    adw_preferences_group_set_description(self->group, escaped);
    care_date_row_set_today(self->date, today);
    care_date_row_set_date(self->date, today);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, invoice);
    care_record_dialog_suggest(CARE_RECORD_DIALOG(self), CARE_INVOICE_CONSENT_BY, who);
}
