/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/job-line-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/job-line.h"
#include "model/job.h"
#include "ui/jobs/job-words.h"
#include "ui/kit/template.h"
#include "ui/parts/line-draft.h"
#include "ui/parts/line-unit.h"

struct _CareJobLineDialog {
    CareLineDialog parent_instance;

    gboolean filling;

    AdwComboRow *unit_row;
};

G_DEFINE_FINAL_TYPE(CareJobLineDialog, care_job_line_dialog, CARE_TYPE_LINE_DIALOG)

static CareRecord *
line_of(CareJobLineDialog *self)
{
    return care_record_dialog_get_record(CARE_RECORD_DIALOG(self));
}

static void
on_unit(CareJobLineDialog *self)
{
    if (self->filling)
        return;
    care_record_set_text(line_of(self), CARE_JOB_LINE_UNIT, care_line_unit_get(self->unit_row));
    care_record_dialog_touch(CARE_RECORD_DIALOG(self));
}

static void
care_job_line_dialog_show_line(CareLineDialog *dialog)
{
    CareJobLineDialog *self = CARE_JOB_LINE_DIALOG(dialog);

    self->filling = TRUE;
    care_line_unit_fill(self->unit_row, care_record_text(line_of(self), CARE_JOB_LINE_UNIT));
    self->filling = FALSE;
}

static char *
care_job_line_dialog_totals(CareLineDialog *dialog, CareRecord *job, CareRecord *line, GError **error)
{
    CareStore *store = care_record_dialog_get_store(CARE_RECORD_DIALOG(dialog));
    g_autofree char *shop = care_store_setting(store, CARE_SETTING_CURRENCY);
    const char *currency = care_record_currency(job, shop);
    g_autofree char *amount = care_money_format(care_job_line_amount(line, currency), currency);
    g_autofree char *total = care_money_format(care_job_lines_total(job, currency), currency);

    /* Translators: two amounts of money */
    return g_strdup_printf(_("This line %s · Whole job %s"), amount, total);
}

/* A yes holds for the price that it was said to, and for no other (service/jobs/agreement.h). */
static const char *
said_of_price(CareLineAct act, const char *sentence, CareRecord *before, CareRecord *after)
{
    if (!care_record_is_set(before, CARE_JOB_AGREED_BY) || care_record_is_set(after, CARE_JOB_AGREED_BY))
        return care_line_said(act)(before, after);
    return sentence;
}

static const char *
said_changed(CareRecord *before, CareRecord *after)
{
    return said_of_price(CARE_LINE_SAVED,
                         _("Line changed. Their yes was to the price before; nobody has agreed to this one."),
                         before, after);
}

static const char *
said_added(CareRecord *before, CareRecord *after)
{
    return said_of_price(CARE_LINE_ADDED,
                         _("Line added. Their yes was to the price before; nobody has agreed to this one."),
                         before, after);
}

static const char *
said_moved(CareRecord *before, CareRecord *after)
{
    return said_of_price(CARE_LINE_MOVED,
                         _("Line moved. Their yes was to the lines before; nobody has agreed to these."),
                         before, after);
}

static const char *
said_deleted(CareRecord *before, CareRecord *after)
{
    return said_of_price(CARE_LINE_DELETED,
                         _("Line deleted. Their yes was to the price before; nobody has agreed to this one."),
                         before, after);
}

CareInlineSaidFunc
care_job_line_said(CareLineAct act)
{
    static const CareInlineSaidFunc said[] = { [CARE_LINE_SAVED] = said_changed,
                                               [CARE_LINE_ADDED] = said_added,
                                               [CARE_LINE_MOVED] = said_moved,
                                               [CARE_LINE_DELETED] = said_deleted };

    return said[act];
}

static void
care_job_line_dialog_class_init(CareJobLineDialogClass *klass)
{
    CARE_LINE_DIALOG_CLASS(klass)->totals = care_job_line_dialog_totals;
    CARE_LINE_DIALOG_CLASS(klass)->show_line = care_job_line_dialog_show_line;
    CARE_TEMPLATE(klass, "jobs/job-line-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareJobLineDialog, unit_row);
    CARE_TEMPLATE_CALLBACKS(klass, on_unit);
}

static void
care_job_line_dialog_init(CareJobLineDialog *self)
{
    self->filling = TRUE;
    gtk_widget_init_template(GTK_WIDGET(self));
}

void
care_job_line_dialog_present(GtkWidget *parent, CareContext *context, const CareLineTask *task)
{
    CareLineDialog *self = g_object_new(CARE_TYPE_JOB_LINE_DIALOG, NULL);
    g_auto(CareLineBegun) begun = { NULL };

    care_line_begin(care_context_get_store(context), task, &care_job_line_kind, &begun);
    if (task->position == CARE_LINE_NEW && !begun.left) {
        care_record_set_int(begun.line, CARE_JOB_LINE_QUANTITY, CARE_DECIMAL_ONE);
        care_record_set_text(begun.line, CARE_JOB_LINE_KIND, care_line_kind_word(CARE_LINE_LABOUR));
    }
    care_line_dialog_present(self, parent, context, task, begun.line, begun.said);
}
