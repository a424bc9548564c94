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
#include "ui/parts/thing-icon.h"
#include "ui/jobs/intake-step.h"
#include "ui/jobs/job-lane.h"

struct _CareIntakePlan {
    AdwBin parent_instance;

    CareStore *store;
    CareRecord *job;
    GPtrArray *plans;    /* CareRecord, in the order of the choices */
    GPtrArray *kinds;    /* CareRecord: the first plan of each kind of job, by the kinds; not owned */
    CareRecord *usual;   /* what it is as long as nothing says otherwise; nullable, not owned */
    CareRecord *adapted; /* this job's own copy of the plan, once a step was moved */
    gboolean showing;
    gboolean chosen;          /* by a person */
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
    self->chosen = TRUE;
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
    CareIntakePlan *self = CARE_INTAKE_PLAN(object);

    g_clear_pointer(&self->kinds, g_ptr_array_unref);
    g_clear_pointer(&self->plans, g_ptr_array_unref);
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
    self->kinds = g_ptr_array_new();
    gtk_widget_init_template(GTK_WIDGET(self));
    show_names(self);
}

static gboolean
has_kind(CareIntakePlan *self, const char *kind)
{
    for (guint i = 0; i < self->kinds->len; i++)
        if (g_str_equal(kind_of_plan(self->kinds->pdata[i]), kind))
            return TRUE;
    return FALSE;
}

static int
compare_kinds(gconstpointer a, gconstpointer b)
{
    return g_utf8_collate(kind_of_plan(*(CareRecord *const *)a), kind_of_plan(*(CareRecord *const *)b));
}

/* In the order in which they are read, and each once. */
static void
sort_kinds(CareIntakePlan *self)
{
    for (guint i = 0; i < self->plans->len; i++)
        if (!has_kind(self, kind_of_plan(self->plans->pdata[i])))
            g_ptr_array_add(self->kinds, self->plans->pdata[i]);
    g_ptr_array_sort(self->kinds, compare_kinds);
}

static void
load_plans(CareIntakePlan *self)
{
    GPtrArray *found = care_store_query(self->store, &care_plan_kind, NULL, "jobs/plans", "");

    if (found)
        g_ptr_array_extend_and_steal(self->plans, found);
    show_names(self);
    sort_kinds(self);
}

static void
take_kind(CareIntakePlan *self, CareRecord *plan)
{
    care_record_set_int(self->job, CARE_JOB_PLAN, care_record_id(plan));
    care_record_set_text(self->job, CARE_JOB_KIND, kind_of_plan(plan));
}

void
care_intake_plan_bind(CareIntakePlan *self, CareStore *store, CareRecord *job)
{
    g_return_if_fail(CARE_IS_INTAKE_PLAN(self) && !self->store);
    self->showing = TRUE;
    self->store = g_object_ref(store);
    self->job = g_object_ref(job);
    load_plans(self);
    self->showing = FALSE;
    if (self->kinds->len > 0 && !care_record_is_set(job, CARE_JOB_PLAN))
        self->usual = self->kinds->pdata[0];
    if (self->usual)
        take_kind(self, self->usual);
}

static void
on_kind_selected(CareIntakePlan *self)
{
    guint selected = adw_combo_row_get_selected(self->kind_choice);
    CareRecord *plan = selected < self->kinds->len ? self->kinds->pdata[selected] : NULL;
    guint position = 0;

    if (self->showing)
        return;
    self->chosen = TRUE;
    gtk_widget_set_visible(self->another_kind, plan == NULL);
    if (!plan) {
        care_record_clear(self->job, CARE_JOB_KIND);
        gtk_widget_grab_focus(self->another_kind);
    } else {
        care_record_set_text(self->job, CARE_JOB_KIND, kind_of_plan(plan));
        g_ptr_array_find(self->plans, plan, &position);
        gtk_drop_down_set_selected(self->plan_choice, position);
    }
    emit_changed(self);
}

void
care_intake_plan_bind_kind(CareIntakePlan *self, AdwComboRow *choice, GtkWidget *another)
{
    g_autoptr(GtkStringList) kinds = gtk_string_list_new(NULL);

    for (guint i = 0; i < self->kinds->len; i++)
        gtk_string_list_append(kinds, kind_of_plan(self->kinds->pdata[i]));
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
    guint plan_position = self->plans->len, kind_position = self->kinds->len; /* the last of either choice */

    for (guint i = 0; i < self->plans->len; i++)
        if (care_record_id(self->plans->pdata[i]) == plan)
            plan_position = i;
    for (guint i = 0; i < self->kinds->len; i++)
        if (g_strcmp0(kind_of_plan(self->kinds->pdata[i]), kind) == 0)
            kind_position = i;
    /* deleted since it was chosen: what is shown is what is kept */
    if (plan_position == self->plans->len && !self->adapted)
        care_record_clear(self->job, CARE_JOB_PLAN);
    self->showing = TRUE;
    gtk_drop_down_set_selected(self->plan_choice, plan_position);
    adw_combo_row_set_selected(self->kind_choice, kind_position);
    gtk_widget_set_visible(self->another_kind, kind_position == self->kinds->len);
    self->showing = FALSE;
}

#define SHORTEST_BEGINNING 3 /* letters: "car" */
#define SHORTEST_PART 4      /* "phone" of "smartphone" */

/* A word of one begins with one of the other, or is a part of it. */
static gboolean
share_word(char **things, char **kinds)
{
    for (char **thing = things; *thing; thing++)
        for (char **kind = kinds; *kind; kind++)
            if ((g_utf8_strlen(*thing, -1) >= SHORTEST_BEGINNING && g_str_has_prefix(*kind, *thing))
                || (g_utf8_strlen(*kind, -1) >= SHORTEST_PART && care_thing_has_word(*thing, *kind)))
                return TRUE;
    return FALSE;
}

static gboolean
suits_by_word(const char *kind, const char *thing)
{
    g_auto(GStrv) things = g_str_tokenize_and_fold(thing, NULL, NULL);
    g_auto(GStrv) kinds = g_str_tokenize_and_fold(kind, NULL, NULL);

    return share_word(things, kinds);
}

/* By what stands for both: a laptop is a computer. */
static gboolean
suits_by_icon(const char *kind, const char *thing)
{
    const char *icon = care_thing_icon_for(thing);

    return !g_str_equal(icon, care_thing_icon_for(NULL)) && g_str_equal(icon, care_thing_icon_for(kind));
}

/* The only one; NULL: none, or several. */
static CareRecord *
find_suiting(CareIntakePlan *self, const char *thing, gboolean (*suits)(const char *, const char *))
{
    CareRecord *found = NULL;

    for (guint i = 0; i < self->kinds->len; i++) {
        if (!suits(kind_of_plan(self->kinds->pdata[i]), thing))
            continue;
        if (found)
            return NULL;
        found = self->kinds->pdata[i];
    }
    return found;
}

void
care_intake_plan_suit(CareIntakePlan *self, const char *thing)
{
    CareRecord *plan = thing ? find_suiting(self, thing, suits_by_word) : NULL;

    if (self->chosen || self->adapted)
        return;
    if (!plan && thing)
        plan = find_suiting(self, thing, suits_by_icon);
    if (!plan) /* what suited the half of a word does not stay */
        plan = self->usual;
    if (!plan)
        return;
    take_kind(self, plan);
    care_intake_plan_show(self);
}

void
care_intake_plan_keep(CareIntakePlan *self)
{
    self->chosen = TRUE;
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
