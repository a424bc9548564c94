/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/plan-step-row.h"

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/plan-step.h"
#include "ui/kit/expander-row.h"
#include "ui/kit/form.h"
#include "ui/kit/format.h"
#include "ui/kit/template.h"

struct _CarePlanStepRow {
    AdwExpanderRow parent_instance;

    CareRecord *step;
    CareForm *form; /* lives as long as the row */
};

enum {
    REMOVE,
    EDITED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CarePlanStepRow, care_plan_step_row, ADW_TYPE_EXPANDER_ROW)

static char *
when_text(CareRecord *step)
{
    int days = care_record_within(step, CARE_PLAN_STEP_DAYS);
    int months = care_record_within(step, CARE_PLAN_STEP_MONTHS);

    if (!care_plan_anchor_is(care_record_text(step, CARE_PLAN_STEP_ANCHOR), CARE_ANCHOR_WARRANTY_END))
        return care_format_after(days, months);
    if (days < 0)
        return g_strdup_printf(
            ngettext("%d day before the warranty ends", "%d days before the warranty ends", -days), -days);
    return g_strdup(_("when the warranty ends"));
}

static void
update(CarePlanStepRow *self)
{
    const char *title = care_record_text(self->step, CARE_PLAN_STEP_TITLE);
    const char *channel = care_record_text(self->step, CARE_PLAN_STEP_CHANNEL);
    g_autofree char *when = when_text(self->step);
    g_autofree char *subtitle
        = channel ? g_strdup_printf("%s · %s", when, care_choice_label(&care_channel_set, channel))
                  : g_strdup(when);

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self), title ? title : _("New Step"));
    adw_expander_row_set_subtitle(ADW_EXPANDER_ROW(self), subtitle);
}

static void
on_changed(CarePlanStepRow *self)
{
    update(self);
    g_signal_emit(self, signals[EDITED], 0);
}

static void
on_remove(CarePlanStepRow *self)
{
    g_signal_emit(self, signals[REMOVE], 0);
}

static void
care_plan_step_row_dispose(GObject *object)
{
    CarePlanStepRow *self = CARE_PLAN_STEP_ROW(object);

    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_PLAN_STEP_ROW);
    g_clear_object(&self->step);
    G_OBJECT_CLASS(care_plan_step_row_parent_class)->dispose(object);
}

static void
care_plan_step_row_class_init(CarePlanStepRowClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_plan_step_row_dispose;

    /** CarePlanStepRow::remove: the step shall go */
    signals[REMOVE] = g_signal_new("remove", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
    /** CarePlanStepRow::edited: the step is another than before */
    signals[EDITED] = g_signal_new("edited", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
    CARE_TEMPLATE(klass, "jobs/plan-step-row.ui");
    CARE_TEMPLATE_CALLBACKS(klass, on_remove);
}

static void
care_plan_step_row_init(CarePlanStepRow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_expander_row_name(ADW_EXPANDER_ROW(self));
}

CarePlanStepRow *
care_plan_step_row_new(CareRecord *step, CareStore *store)
{
    CarePlanStepRow *self = g_object_new(CARE_TYPE_PLAN_STEP_ROW, NULL);

    self->step = g_object_ref(step);
    self->form = care_form_bind(GTK_WIDGET(self), step, store);
    g_signal_connect_object(self->form, "changed", G_CALLBACK(on_changed), self, G_CONNECT_SWAPPED);
    update(self);
    return self;
}

gboolean
care_plan_step_row_check(CarePlanStepRow *self)
{
    g_return_val_if_fail(CARE_IS_PLAN_STEP_ROW(self), FALSE);
    return care_form_check(self->form);
}

void
care_plan_step_row_open(CarePlanStepRow *self)
{
    g_return_if_fail(CARE_IS_PLAN_STEP_ROW(self));
    adw_expander_row_set_expanded(ADW_EXPANDER_ROW(self), TRUE);
    gtk_widget_grab_focus(care_form_find_row(self->form, "title"));
}
