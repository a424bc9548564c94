/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/plan-editor.h"

#include <glib/gi18n-lib.h>

#include "model/plan-step.h"
#include "model/plan.h"
#include "service/flow.h"
#include "ui/common/empty-state.h"
#include "ui/common/form.h"
#include "ui/common/toast.h"
#include "ui/jobs/plan-step-row.h"

struct _CarePlanEditor {
    AdwDialog parent_instance;

    CareStore *store;
    CareRecord *plan; /* the copy */
    CareForm *form;   /* lives as long as the dialog */
    GPtrArray *rows;  /* of the steps, not owned */

    AdwBanner *banner;
    AdwPreferencesGroup *steps;
    GtkWidget *remove_group;
};

G_DEFINE_FINAL_TYPE(CarePlanEditor, care_plan_editor, ADW_TYPE_DIALOG)

static void on_step_removed(CarePlanEditor *self, CarePlanStepRow *row);

static CarePlanStepRow *
add_row(CarePlanEditor *self, CareRecord *step)
{
    CarePlanStepRow *row = care_plan_step_row_new(step, self->store);

    g_signal_connect_object(row, "remove", G_CALLBACK(on_step_removed), self, G_CONNECT_SWAPPED);
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
    g_list_store_remove(care_record_list(self->plan, CARE_PLAN_STEPS), position);
    g_ptr_array_remove_index(self->rows, position);
    adw_preferences_group_remove(self->steps, GTK_WIDGET(row));
}

static void
add_step_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CarePlanEditor *self = CARE_PLAN_EDITOR(widget);
    CareRecord *step = care_record_list_add(self->plan, CARE_PLAN_STEPS);

    care_record_set_text(step, CARE_PLAN_STEP_KIND, "other");
    care_record_set_text(step, CARE_PLAN_STEP_ANCHOR, "handover");
    care_record_set_int(step, CARE_PLAN_STEP_DAYS, 7);
    adw_expander_row_set_expanded(ADW_EXPANDER_ROW(add_row(self, step)), TRUE);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CarePlanEditor) self = data;
    g_autoptr(GError) error = NULL;

    if (!care_flow_save_finish(CARE_STORE(source), result, &error))
        care_banner_show_error(self->banner, error);
    else
        adw_dialog_close(ADW_DIALOG(self));
}

static void
save_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CarePlanEditor *self = CARE_PLAN_EDITOR(widget);

    for (guint i = 0; i < self->rows->len; i++)
        if (!care_plan_step_row_check(self->rows->pdata[i])) {
            adw_expander_row_set_expanded(self->rows->pdata[i], TRUE);
            return;
        }
    if (!care_form_check(self->form))
        return;
    if (care_record_int(self->plan, CARE_PLAN_WARRANTY_MONTHS) == 0)
        care_record_clear(self->plan, CARE_PLAN_WARRANTY_MONTHS);
    care_flow_save_async(self->store, self->plan, on_saved, g_object_ref(self));
}

static void
cancel_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    adw_dialog_close(ADW_DIALOG(widget));
}

/* A plan that was deleted, for the toast's Undo. */
typedef struct {
    CareStore *store;
    CareId plan;
} Removed;

static void
removed_free(gpointer data)
{
    Removed *removed = data;

    g_object_unref(removed->store);
    g_free(removed);
}

static void
undelete(gpointer data)
{
    Removed *removed = data;

    care_store_remove_async(removed->store, &care_plan_kind, removed->plan, TRUE, NULL, NULL);
}

static void
on_removed(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CarePlanEditor) self = data;
    g_autoptr(GError) error = NULL;
    Removed *removed;

    if (!care_store_remove_finish(CARE_STORE(source), result, &error)) {
        care_banner_show_error(self->banner, error);
        return;
    }
    removed = g_new0(Removed, 1);
    removed->store = g_object_ref(self->store);
    removed->plan = care_record_id(self->plan);
    care_toast_undo(GTK_WIDGET(self), _("Plan deleted"), undelete, removed, removed_free);
    adw_dialog_close(ADW_DIALOG(self));
}

static void
remove_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CarePlanEditor *self = CARE_PLAN_EDITOR(widget);

    care_store_remove_async(self->store, &care_plan_kind, care_record_id(self->plan), FALSE, on_removed,
                            g_object_ref(self));
}

static void
care_plan_editor_dispose(GObject *object)
{
    CarePlanEditor *self = CARE_PLAN_EDITOR(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_PLAN_EDITOR);
    g_clear_object(&self->plan);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_plan_editor_parent_class)->dispose(object);
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

    G_OBJECT_CLASS(klass)->dispose = care_plan_editor_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_plan_editor_finalize;
    gtk_widget_class_set_template_from_resource(widget_class,
                                                "/com/example/Aftercare/ui/jobs/plan-editor.ui");
    gtk_widget_class_bind_template_child(widget_class, CarePlanEditor, banner);
    gtk_widget_class_bind_template_child(widget_class, CarePlanEditor, steps);
    gtk_widget_class_bind_template_child(widget_class, CarePlanEditor, remove_group);
    gtk_widget_class_install_action(widget_class, "plan.save", NULL, save_action);
    gtk_widget_class_install_action(widget_class, "plan.cancel", NULL, cancel_action);
    gtk_widget_class_install_action(widget_class, "plan.remove", NULL, remove_action);
    gtk_widget_class_install_action(widget_class, "plan.add-step", NULL, add_step_action);
}

static void
care_plan_editor_init(CarePlanEditor *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    self->rows = g_ptr_array_new();
}

CarePlanEditor *
care_plan_editor_new(CareContext *context, CareRecord *plan)
{
    CarePlanEditor *self = g_object_new(CARE_TYPE_PLAN_EDITOR, NULL);

    self->store = g_object_ref(care_context_get_store(context));
    self->plan = care_record_copy(plan);
    gtk_widget_set_visible(self->remove_group, care_record_id(plan) != 0);
    /* before the steps are there: their rows have fields of the same names */
    self->form = care_form_bind(GTK_WIDGET(self), self->plan, self->store);
    for (guint i = 0; i < care_record_list_length(self->plan, CARE_PLAN_STEPS); i++)
        add_row(self, care_record_list_item(self->plan, CARE_PLAN_STEPS, i));
    return self;
}
