/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/intake-plan.h"

#include <glib/gi18n-lib.h>

#include "model/job.h"
#include "model/plan-lane.h"
#include "model/plan.h"
#include "service/jobs/aftercare.h"
#include "store/hours.h"
#include "ui/kit/template.h"
#include "ui/parts/plan-lane.h"
#include "ui/jobs/intake-step.h"
#include "ui/jobs/job-lane.h"

struct _CareIntakePlan {
    AdwBin parent_instance;

    CareStore *store;
    CareRecord *job;
    GPtrArray *plans;    /* CareRecord, in the order of the choices */
    CareRecord *adapted; /* this job's own copy of the plan, once a step was moved */
    gboolean showing;
    AdwComboRow *kind_choice; /* the dialog's, like the next */
    GtkWidget *another_kind;

    GtkDropDown *plan_choice;
    GtkWidget *plan_hint;
    CarePlanLane *lane;
    GtkWidget *no_plan_list;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareIntakePlan, care_intake_plan, ADW_TYPE_BIN)

static void
emit_changed(CareIntakePlan *self)
{
    g_signal_emit(self, signals[CHANGED], 0);
}

static const char *
kind_of_plan(CareRecord *plan)
{
    const char *kind = care_record_text(plan, CARE_PLAN_JOB_KIND);

    return kind ? kind : care_record_text(plan, CARE_PLAN_NAME);
}

static CareDate
handover_of(CareIntakePlan *self)
{
    CareDate promised = care_record_date(self->job, CARE_JOB_PROMISED);

    return care_date_is_set(promised) ? promised : care_clock_today(care_store_clock(self->store));
}

/* The plan as it would be kept now, or NULL. */
static CareRecord *
plan_of(CareIntakePlan *self)
{
    guint selected = gtk_drop_down_get_selected(self->plan_choice);

    if (self->adapted)
        return self->adapted;
    return selected < self->plans->len ? self->plans->pdata[selected] : NULL;
}

static CareShopHours *
hours_of(CareIntakePlan *self)
{
    return care_shop_hours_read(care_store_reader(self->store),
                                care_clock_zone(care_store_clock(self->store)));
}

static CareDate
warranty_end_of(CareIntakePlan *self)
{
    return care_aftercare_warranty_end(care_store_reader(self->store), self->job, plan_of(self),
                                       handover_of(self));
}

void
care_intake_plan_update(CareIntakePlan *self)
{
    CareRecord *plan = plan_of(self);
    g_autoptr(CareShopHours) hours = hours_of(self);

    gtk_widget_set_visible(GTK_WIDGET(self->lane), plan != NULL);
    gtk_widget_set_visible(self->plan_hint, plan != NULL);
    gtk_widget_set_visible(self->no_plan_list, plan == NULL);
    if (plan)
        care_job_lane_show_plan(self->lane, plan, self->job, handover_of(self), warranty_end_of(self), hours,
                                care_clock_today(care_store_clock(self->store)));
}

/* What was moved belongs to the plan that was shown; another plan starts as it is. */
static void
on_plan_selected(CareIntakePlan *self)
{
    CareRecord *plan;

    if (self->showing || !self->job)
        return;
    g_clear_object(&self->adapted);
    plan = plan_of(self);
    care_record_set_int(self->job, CARE_JOB_PLAN, plan ? care_record_id(plan) : 0);
    emit_changed(self);
}

/* Steps are moved in this job's own copy of the plan; moving the hand-over moves the promise. */
static void
move_step(guint index, int days, gpointer data)
{
    CareIntakePlan *self = data;
    g_autoptr(CareShopHours) hours = hours_of(self);

    if (days == 0)
        return;
    if (index == 0) {
        care_record_set_date(self->job, CARE_JOB_PROMISED, care_date_add_days(handover_of(self), days));
    } else if (plan_of(self)) {
        if (!self->adapted) {
            self->adapted = care_record_copy(plan_of(self));
            care_record_set_id(self->adapted, 0);
        }
        care_plan_move(self->adapted, handover_of(self), warranty_end_of(self), hours, index - 1, days);
    }
    emit_changed(self);
}

static void
on_step_moved(CareIntakePlan *self, guint index, int days)
{
    move_step(index, days, self);
}

static void
on_step_activated(CareIntakePlan *self, guint index)
{
    g_autoptr(CareShopHours) hours = hours_of(self);
    g_autoptr(GPtrArray) points
        = plan_of(self) ? care_plan_lane(plan_of(self), handover_of(self), warranty_end_of(self), hours)
                        : NULL;
    const CarePlanPoint *point
        = points && index > 0 && index <= points->len ? points->pdata[index - 1] : NULL;

    care_intake_step_ask(GTK_WIDGET(self), point ? point->title : _("Hand-over"),
                         point ? point->date : handover_of(self),
                         care_clock_today(care_store_clock(self->store)), index, move_step, self);
}

static void
care_intake_plan_dispose(GObject *object)
{
    CareIntakePlan *self = CARE_INTAKE_PLAN(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_INTAKE_PLAN);
    g_clear_object(&self->adapted);
    g_clear_object(&self->job);
    g_clear_object(&self->store);
    G_OBJECT_CLASS(care_intake_plan_parent_class)->dispose(object);
}

static void
care_intake_plan_finalize(GObject *object)
{
    g_clear_pointer(&CARE_INTAKE_PLAN(object)->plans, g_ptr_array_unref);
    G_OBJECT_CLASS(care_intake_plan_parent_class)->finalize(object);
}

static void
care_intake_plan_class_init(CareIntakePlanClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_intake_plan_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_intake_plan_finalize;
    signals[CHANGED] = g_signal_new("changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);

    CARE_TEMPLATE_NEEDS(CARE_TYPE_PLAN_LANE);
    CARE_TEMPLATE(klass, "jobs/intake-plan.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareIntakePlan, plan_choice, plan_hint, lane, no_plan_list);
    CARE_TEMPLATE_CALLBACKS(klass, on_plan_selected, on_step_activated, on_step_moved);
}

static void
show_names(CareIntakePlan *self)
{
    g_autoptr(GtkStringList) names = gtk_string_list_new(NULL);

    for (guint i = 0; i < self->plans->len; i++)
        gtk_string_list_append(names, care_record_text(self->plans->pdata[i], CARE_PLAN_NAME));
    gtk_string_list_append(names, _("No Plan"));
    gtk_drop_down_set_model(self->plan_choice, G_LIST_MODEL(names));
}

static void
care_intake_plan_init(CareIntakePlan *self)
{
    self->plans = g_ptr_array_new_with_free_func(g_object_unref);
    gtk_widget_init_template(GTK_WIDGET(self));
    show_names(self);
}

static void
load_plans(CareIntakePlan *self)
{
    GPtrArray *found = care_store_query(self->store, &care_plan_kind, NULL, "jobs/plans", "");

    if (found)
        g_ptr_array_extend_and_steal(self->plans, found);
    show_names(self);
}

void
care_intake_plan_bind(CareIntakePlan *self, CareStore *store, CareRecord *job)
{
    CareRecord *first;

    g_return_if_fail(CARE_IS_INTAKE_PLAN(self) && !self->store);
    self->showing = TRUE;
    self->store = g_object_ref(store);
    self->job = g_object_ref(job);
    load_plans(self);
    self->showing = FALSE;
    first = self->plans->len > 0 ? self->plans->pdata[0] : NULL;
    if (!first || care_record_is_set(job, CARE_JOB_PLAN))
        return;
    care_record_set_int(job, CARE_JOB_PLAN, care_record_id(first));
    care_record_set_text(job, CARE_JOB_KIND, kind_of_plan(first));
}

static void
on_kind_selected(CareIntakePlan *self)
{
    guint selected = adw_combo_row_get_selected(self->kind_choice);
    CareRecord *plan = selected < self->plans->len ? self->plans->pdata[selected] : NULL;

    if (self->showing)
        return;
    gtk_widget_set_visible(self->another_kind, plan == NULL);
    if (!plan) {
        care_record_clear(self->job, CARE_JOB_KIND);
        gtk_widget_grab_focus(self->another_kind);
    } else {
        care_record_set_text(self->job, CARE_JOB_KIND, kind_of_plan(plan));
        gtk_drop_down_set_selected(self->plan_choice, selected);
    }
    emit_changed(self);
}

void
care_intake_plan_bind_kind(CareIntakePlan *self, AdwComboRow *choice, GtkWidget *another)
{
    g_autoptr(GtkStringList) kinds = gtk_string_list_new(NULL);

    for (guint i = 0; i < self->plans->len; i++)
        gtk_string_list_append(kinds, kind_of_plan(self->plans->pdata[i]));
    /* Translators: another kind of job than those with a plan */
    gtk_string_list_append(kinds, C_("kind of job", "Another"));
    adw_combo_row_set_model(choice, G_LIST_MODEL(kinds));
    self->kind_choice = choice;
    self->another_kind = another;
    g_signal_connect_object(choice, "notify::selected", G_CALLBACK(on_kind_selected), self,
                            G_CONNECT_SWAPPED);
}

void
care_intake_plan_show(CareIntakePlan *self)
{
    CareId plan = care_record_int(self->job, CARE_JOB_PLAN);
    const char *kind = care_record_text(self->job, CARE_JOB_KIND);
    guint none = self->plans->len; /* the last of either choice */
    guint plan_position = none, kind_position = none;

    for (guint i = 0; i < none; i++) {
        if (care_record_id(self->plans->pdata[i]) == plan)
            plan_position = i;
        if (g_strcmp0(kind_of_plan(self->plans->pdata[i]), kind) == 0)
            kind_position = i;
    }
    self->showing = TRUE;
    gtk_drop_down_set_selected(self->plan_choice, plan_position);
    adw_combo_row_set_selected(self->kind_choice, kind_position);
    gtk_widget_set_visible(self->another_kind, kind_position == none);
    self->showing = FALSE;
}

gboolean
care_intake_plan_has_plan(CareIntakePlan *self)
{
    return plan_of(self) != NULL;
}

CareRecord *
care_intake_plan_get_adapted(CareIntakePlan *self)
{
    return self->adapted;
}
