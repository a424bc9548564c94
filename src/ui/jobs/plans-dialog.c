/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/plans-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/listed.h"
#include "model/plan.h"
#include "model/plan-step.h"
#include "ui/kit/facts.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/template.h"
#include "ui/jobs/plan-editor.h"

struct _CarePlansDialog {
    AdwDialog parent_instance;

    CareContext *context;
    GPtrArray *plans; /* CareRecord, in the order of the rows */
    GtkListBox *list;
};

G_DEFINE_FINAL_TYPE(CarePlansDialog, care_plans_dialog, ADW_TYPE_DIALOG)

static void
edit(CarePlansDialog *self, CareRecord *plan)
{
    care_plan_editor_present(GTK_WIDGET(self), self->context, plan);
}

static void
new_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    g_autoptr(CareRecord) plan = CARE_RECORD(care_plan_new());

    edit(CARE_PLANS_DIALOG(widget), plan);
}

static void
on_activated(CarePlansDialog *self, GtkListBoxRow *row)
{
    edit(self, self->plans->pdata[gtk_list_box_row_get_index(row)]);
}

/* "Thank-you, Is all well?, Service". Transfer full. */
static char *
steps_of(CareRecord *plan)
{
    g_autoptr(GString) steps = g_string_new(NULL);

    for (guint i = 0; i < care_record_list_length(plan, CARE_PLAN_STEPS); i++)
        care_listed_add(
            steps, care_record_text(care_record_list_item(plan, CARE_PLAN_STEPS, i), CARE_PLAN_STEP_TITLE));
    return steps->len > 0 ? g_string_free(g_steal_pointer(&steps), FALSE) : g_strdup(_("No steps"));
}

/* What a plan is for is mostly in its name: then it is not said again. */
static gboolean
is_named_so(CareRecord *plan, const char *kind)
{
    g_autofree char *name = g_utf8_casefold(care_record_text(plan, CARE_PLAN_NAME), -1);
    g_autofree char *sought = g_utf8_casefold(kind, -1);

    return strstr(name, sought) != NULL;
}

static GtkWidget *
row_new(CareRecord *plan)
{
    const char *kind = care_record_text(plan, CARE_PLAN_JOB_KIND);
    g_autofree char *steps = steps_of(plan);
    g_autoptr(GString) facts = g_string_new(NULL);
    GtkWidget *row;

    care_facts_add(facts, kind && !is_named_so(plan, kind) ? kind : NULL);
    care_facts_add(facts, steps);
    row = care_plain_row_new(care_record_text(plan, CARE_PLAN_NAME), facts->str);
    adw_action_row_set_subtitle_lines(ADW_ACTION_ROW(row), 0);
    care_plain_row_lead_on(row);
    return row;
}

static void
update(CarePlansDialog *self)
{
    CareStore *store = care_context_get_store(self->context);
    g_autoptr(GPtrArray) found = care_store_query(store, &care_plan_kind, NULL, "jobs/plans", "");

    gtk_list_box_remove_all(self->list);
    g_ptr_array_set_size(self->plans, 0);
    for (guint i = 0; found && i < found->len; i++) {
        g_ptr_array_add(self->plans, g_object_ref(found->pdata[i]));
        gtk_list_box_append(self->list, row_new(found->pdata[i]));
    }
}

static void
on_store_changed(CarePlansDialog *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, "plan"))
        update(self);
}

static void
care_plans_dialog_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_PLANS_DIALOG);
    g_clear_object(&CARE_PLANS_DIALOG(object)->context);
    G_OBJECT_CLASS(care_plans_dialog_parent_class)->dispose(object);
}

static void
care_plans_dialog_finalize(GObject *object)
{
    g_ptr_array_unref(CARE_PLANS_DIALOG(object)->plans);
    G_OBJECT_CLASS(care_plans_dialog_parent_class)->finalize(object);
}

static void
care_plans_dialog_class_init(CarePlansDialogClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_plans_dialog_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_plans_dialog_finalize;
    CARE_TEMPLATE(klass, "jobs/plans-dialog.ui");
    CARE_TEMPLATE_CHILDREN(klass, CarePlansDialog, list);
    gtk_widget_class_install_action(widget_class, "plans.new", NULL, new_action);
}

static void
care_plans_dialog_init(CarePlansDialog *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    self->plans = g_ptr_array_new_with_free_func(g_object_unref);
    g_signal_connect_swapped(self->list, "row-activated", G_CALLBACK(on_activated), self);
}

void
care_plans_dialog_present(GtkWidget *parent, CareContext *context)
{
    CarePlansDialog *self = g_object_new(CARE_TYPE_PLANS_DIALOG, NULL);

    self->context = g_object_ref(context);
    g_signal_connect_object(care_context_get_store(context), "changed", G_CALLBACK(on_store_changed), self,
                            G_CONNECT_SWAPPED);
    update(self);
    adw_dialog_present(ADW_DIALOG(self), parent);
}
