/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/plan-editor.h"

#include <glib/gi18n-lib.h>

#include "model/plan-step.h"
#include "model/plan.h"
#include "ui/kit/template.h"
#include "ui/jobs/plan-step-row.h"

struct _CarePlanEditor {
    CareRecordDialog parent_instance;

    GPtrArray *rows; /* of the steps, not owned */
    AdwPreferencesGroup *steps;
};

G_DEFINE_FINAL_TYPE(CarePlanEditor, care_plan_editor, CARE_TYPE_RECORD_DIALOG)

static void on_step_removed(CarePlanEditor *self, CarePlanStepRow *row);

static CareRecord *
plan_of(CarePlanEditor *self)
{
    return care_record_dialog_get_record(CARE_RECORD_DIALOG(self));
}

static CarePlanStepRow *
add_row(CarePlanEditor *self, CareRecord *step)
{
    CarePlanStepRow *row
        = care_plan_step_row_new(step, care_record_dialog_get_store(CARE_RECORD_DIALOG(self)));

    g_signal_connect_object(row, "remove", G_CALLBACK(on_step_removed), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(row, "edited", G_CALLBACK(care_record_dialog_touch), self, G_CONNECT_SWAPPED);
    adw_preferences_group_add(self->steps, GTK_WIDGET(row));
    g_ptr_array_add(self->rows, row);
    return row;
}

static void
on_step_removed(CarePlanEditor *self, CarePlanStepRow *row)
{
    guint position;

    if (!g_ptr_array_find(self->rows, row, &position))
        return;
    g_list_store_remove(care_record_list(plan_of(self), CARE_PLAN_STEPS), position);
    g_ptr_array_remove_index(self->rows, position);
    adw_preferences_group_remove(self->steps, GTK_WIDGET(row));
    care_record_dialog_touch(CARE_RECORD_DIALOG(self));
}

static void
add_step_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CarePlanEditor *self = CARE_PLAN_EDITOR(widget);
    CareRecord *step = care_record_list_add(plan_of(self), CARE_PLAN_STEPS);

    care_record_set_text(step, CARE_PLAN_STEP_KIND, care_situation_word(CARE_SITUATION_OTHER));
    care_record_set_text(step, CARE_PLAN_STEP_ANCHOR, care_plan_anchor_word(CARE_ANCHOR_HANDOVER));
    care_record_set_int(step, CARE_PLAN_STEP_DAYS, 7);
    care_plan_step_row_open(add_row(self, step));
    care_record_dialog_touch(CARE_RECORD_DIALOG(self));
}

static void
care_plan_editor_bound(CareRecordDialog *dialog)
{
    CareRecord *plan = care_record_dialog_get_record(dialog);

    for (guint i = 0; i < care_record_list_length(plan, CARE_PLAN_STEPS); i++)
        add_row(CARE_PLAN_EDITOR(dialog), care_record_list_item(plan, CARE_PLAN_STEPS, i));
}

static void
care_plan_editor_continued(CareRecordDialog *dialog)
{
    CarePlanEditor *self = CARE_PLAN_EDITOR(dialog);

    for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove(self->steps, self->rows->pdata[i]);
    g_ptr_array_set_size(self->rows, 0);
    care_plan_editor_bound(dialog);
}

static gboolean
care_plan_editor_check(CareRecordDialog *dialog)
{
    CarePlanEditor *self = CARE_PLAN_EDITOR(dialog);

    for (guint i = 0; i < self->rows->len; i++) {
        if (care_plan_step_row_check(self->rows->pdata[i]))
            continue;
        adw_expander_row_set_expanded(self->rows->pdata[i], TRUE);
        return FALSE;
    }
    return CARE_RECORD_DIALOG_CLASS(care_plan_editor_parent_class)->check(dialog);
}

/* No months of its own: as usual in this shop. */
static void
care_plan_editor_save(CareRecordDialog *dialog)
{
    CareRecord *plan = care_record_dialog_get_record(dialog);

    if (care_record_int(plan, CARE_PLAN_WARRANTY_MONTHS) == 0)
        care_record_clear(plan, CARE_PLAN_WARRANTY_MONTHS);
    CARE_RECORD_DIALOG_CLASS(care_plan_editor_parent_class)->save(dialog);
}

static void
care_plan_editor_finalize(GObject *object)
{
    g_ptr_array_unref(CARE_PLAN_EDITOR(object)->rows);
    G_OBJECT_CLASS(care_plan_editor_parent_class)->finalize(object);
}

static void
care_plan_editor_class_init(CarePlanEditorClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);
    CareRecordDialogClass *dialog_class = CARE_RECORD_DIALOG_CLASS(klass);

    G_OBJECT_CLASS(klass)->finalize = care_plan_editor_finalize;
    dialog_class->draft_word = "plan";
    dialog_class->bound = care_plan_editor_bound;
    dialog_class->continued = care_plan_editor_continued;
    dialog_class->check = care_plan_editor_check;
    dialog_class->save = care_plan_editor_save;

    CARE_TEMPLATE(klass, "jobs/plan-editor.ui");
    CARE_TEMPLATE_CHILDREN(klass, CarePlanEditor, steps);
    gtk_widget_class_install_action(widget_class, "plan.add-step", NULL, add_step_action);
}

static void
care_plan_editor_init(CarePlanEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    self->rows = g_ptr_array_new();
}

void
care_plan_editor_present(GtkWidget *parent, CareContext *context, CareRecord *plan)
{
    care_record_dialog_present(g_object_new(CARE_TYPE_PLAN_EDITOR, NULL), parent, context, plan);
}
