/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/feedback/settle-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/complaint.h"
#include "service/feedback/complaint-flow.h"
#include "ui/kit/template.h"

struct _CareSettleDialog {
    CareRecordDialog parent_instance;

    AdwPreferencesGroup *end_group;
};

G_DEFINE_FINAL_TYPE(CareSettleDialog, care_settle_dialog, CARE_TYPE_RECORD_DIALOG)

static char *
care_settle_dialog_title(CareRecordDialog *dialog)
{
    return NULL;
}

static int
tries_of(CareRecordDialog *dialog)
{
    return care_complaint_tries(care_store_reader(care_record_dialog_get_store(dialog)),
                                care_record_dialog_get_record(dialog));
}

/* Silence ends a complaint only where somebody has tried to reach the customer. */
static gboolean
care_settle_dialog_check(CareRecordDialog *dialog)
{
    CareRecord *complaint = care_record_dialog_get_record(dialog);
    CareForm *form = care_record_dialog_get_form(dialog);
    const char *confirmation = care_record_text(complaint, CARE_COMPLAINT_CONFIRMATION);

    if (!CARE_RECORD_DIALOG_CLASS(care_settle_dialog_parent_class)->check(dialog))
        return FALSE;
    if (!care_record_is_set(complaint, CARE_COMPLAINT_CAUSE)) {
        care_form_show_error(form, CARE_COMPLAINT_CAUSE,
                             _("Write down what caused it, so that it happens only once."));
        return FALSE;
    }
    if (!confirmation) {
        care_form_show_error(form, CARE_COMPLAINT_CONFIRMATION,
                             _("Say how you know: they confirmed it, or they do not answer."));
        return FALSE;
    }
    if (care_confirmation_is(confirmation, CARE_CONFIRMATION_NO_ANSWER) && tries_of(dialog) == 0) {
        care_form_show_error(
            form, CARE_COMPLAINT_CONFIRMATION,
            _("Nobody has tried to reach them about it yet. Log a call or a message about it first."));
        return FALSE;
    }
    return TRUE;
}

static void
care_settle_dialog_save(CareRecordDialog *dialog)
{
    CareRecord *complaint = care_record_dialog_get_record(dialog);

    care_record_set_int(complaint, CARE_COMPLAINT_RESOLVED,
                        care_clock_now(care_context_get_clock(care_record_dialog_get_context(dialog))));
    CARE_RECORD_DIALOG_CLASS(care_settle_dialog_parent_class)->save(dialog);
}

static char *
care_settle_dialog_saved_sentence(CareRecordDialog *dialog)
{
    return g_strdup(_("Settled. In a week you are asked to check once more."));
}

static void
care_settle_dialog_class_init(CareSettleDialogClass *klass)
{
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    dialog_class->draft_word = "settle";
    dialog_class->title = care_settle_dialog_title;
    dialog_class->check = care_settle_dialog_check;
    dialog_class->save = care_settle_dialog_save;
    dialog_class->saved_sentence = care_settle_dialog_saved_sentence;
    CARE_TEMPLATE(klass, "feedback/settle-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareSettleDialog, end_group);
}

static void
care_settle_dialog_init(CareSettleDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

static char *
tries_sentence(CareRecord *complaint, int tries)
{
    if (tries == 0 && care_record_is_set(complaint, CARE_COMPLAINT_ACKNOWLEDGED))
        return g_strdup(_("It was answered, and no contact about it is written down."));
    if (tries == 0)
        return g_strdup(_("Nobody has been in touch about it yet."));
    return g_strdup_printf(ngettext("You have been in touch about it once.",
                                    "You have been in touch about it %d times.", (gulong)tries),
                           tries);
}

void
care_settle_dialog_present(GtkWidget *parent, CareContext *context, CareRecord *complaint)
{
    CareSettleDialog *self = g_object_new(CARE_TYPE_SETTLE_DIALOG, NULL);
    CareStore *store = care_context_get_store(context);
    g_autofree char *often
        = tries_sentence(complaint, care_complaint_tries(care_store_reader(store), complaint));

    adw_preferences_group_set_description(self->end_group, often);
    care_record_dialog_present(CARE_RECORD_DIALOG(self), parent, context, complaint);
}
