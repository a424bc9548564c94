/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/line-editor.h"

#include <glib/gi18n-lib.h>

#include "model/job-line.h"
#include "ui/kit/decimal-row.h"
#include "ui/kit/dialog-focus.h"
#include "ui/kit/form.h"
#include "ui/kit/template.h"
#include "ui/jobs/job-words.h"

struct _CareLineEditor {
    AdwDialog parent_instance;

    CareRecord *line; /* the copy */
    CareForm *form;   /* lives as long as the dialog */
    char *currency;

    CareTypedRow *price;
    GtkLabel *total;
    AdwActionRow *total_row;
    GtkWidget *remove_group;
    GtkWidget *name;
};

enum {
    DONE,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareLineEditor, care_line_editor, ADW_TYPE_DIALOG)

static void
update_total(CareLineEditor *self)
{
    g_autofree char *text
        = care_money_format(care_job_line_amount(self->line, self->currency), self->currency);

    gtk_label_set_text(self->total, text);
}

static void
save_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareLineEditor *self = CARE_LINE_EDITOR(widget);

    if (!care_form_check(self->form))
        return;
    g_signal_emit(self, signals[DONE], 0, self->line);
    adw_dialog_close(ADW_DIALOG(self));
}

static void
remove_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    g_signal_emit(widget, signals[DONE], 0, NULL);
    adw_dialog_close(ADW_DIALOG(widget));
}

static void
cancel_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    adw_dialog_close(ADW_DIALOG(widget));
}

static void
care_line_editor_dispose(GObject *object)
{
    CareLineEditor *self = CARE_LINE_EDITOR(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_LINE_EDITOR);
    g_clear_object(&self->line);
    G_OBJECT_CLASS(care_line_editor_parent_class)->dispose(object);
}

static void
care_line_editor_finalize(GObject *object)
{
    g_free(CARE_LINE_EDITOR(object)->currency);
    G_OBJECT_CLASS(care_line_editor_parent_class)->finalize(object);
}

static void
care_line_editor_class_init(CareLineEditorClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->dispose = care_line_editor_dispose;
    object_class->finalize = care_line_editor_finalize;
    signals[DONE] = g_signal_new("done", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, CARE_TYPE_RECORD);
    CARE_TEMPLATE_NEEDS(CARE_TYPE_DECIMAL_ROW);
    CARE_TEMPLATE(klass, "jobs/line-editor.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareLineEditor, price, total, total_row, remove_group, name);
    gtk_widget_class_install_action(widget_class, "line.save", NULL, save_action);
    gtk_widget_class_install_action(widget_class, "line.cancel", NULL, cancel_action);
    gtk_widget_class_install_action(widget_class, "line.remove", NULL, remove_action);
}

static void
care_line_editor_init(CareLineEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

CareLineEditor *
care_line_editor_new(CareStore *store, CareRecord *line, const char *prices)
{
    CareLineEditor *self = g_object_new(CARE_TYPE_LINE_EDITOR, NULL);
    gboolean gross = g_strcmp0(prices, "net") != 0;

    self->currency = care_store_setting(store, CARE_SETTING_CURRENCY);
    self->line = line ? care_record_copy(line) : CARE_RECORD(care_job_line_new());
    if (!line) {
        care_record_set_int(self->line, CARE_JOB_LINE_QUANTITY, CARE_DECIMAL_ONE);
        care_record_set_text(self->line, CARE_JOB_LINE_KIND, "labour");
    }
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->price),
                                  gross ? _("Unit Price, Tax Included") : _("Unit Price, Before Tax"));
    gtk_widget_set_visible(self->remove_group, line != NULL);
    self->form = care_form_bind(GTK_WIDGET(self), self->line, store);
    g_signal_connect_object(self->form, "changed", G_CALLBACK(update_total), self, G_CONNECT_SWAPPED);
    update_total(self);
    care_dialog_focus(ADW_DIALOG(self), self->name);
    return self;
}
