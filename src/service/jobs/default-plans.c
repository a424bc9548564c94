/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/jobs/default-plans.h"

#include <glib/gi18n-lib.h>

#include "model/plan-step.h"
#include "model/plan.h"
#include "service/flow.h"
#include "store/kind-query.h"
#include "store/setting.h"

#define MAX_STEPS 6

typedef struct {
    const char *title;
    const char *kind;
    const char *anchor;
    int months;
    int days;
    const char *channel;
} Step;

static const struct {
    const char *name;
    const char *job_kind;
    Step steps[MAX_STEPS];
} plans[] = {
    { N_("Bike Plan"),
      N_("Bike repair"),
      { { N_("Thank-you"), "thanks", "handover", 0, 1, "letter" },
        { N_("Still riding well?"), "check", "handover", 0, 5, "phone" },
        { N_("How did it go?"), "feedback", "handover", 0, 14, "counter" },
        { N_("Next service"), "service", "handover", 6, 0, "email" },
        { N_("Warranty check"), "warranty", "warranty-end", 0, -30, "email" } } },
    { N_("Phone and Computer Plan"),
      N_("Phone or computer repair"),
      { { N_("Thank-you"), "thanks", "handover", 0, 1, "email" },
        { N_("Still working?"), "check", "handover", 0, 5, "phone" },
        { N_("How did it go?"), "feedback", "handover", 1, 0, "email" },
        { N_("Battery and backup check"), "service", "handover", 12, 0, "email" },
        { N_("Warranty check"), "warranty", "warranty-end", 0, -30, "email" } } },
    { N_("Appliance Plan"),
      N_("Appliance repair"),
      { { N_("Thank-you"), "thanks", "handover", 0, 1, "letter" },
        { N_("Still running well?"), "check", "handover", 0, 5, "phone" },
        { N_("How did it go?"), "feedback", "handover", 0, 14, "phone" },
        { N_("Yearly service"), "service", "handover", 12, 0, "letter" },
        { N_("Warranty check"), "warranty", "warranty-end", 0, -30, "letter" } } },
    { N_("Car Plan"),
      N_("Car repair"),
      { { N_("Everything safe?"), "check", "handover", 0, 1, "phone" },
        { N_("Thank-you"), "thanks", "handover", 0, 2, "letter" },
        { N_("How did it go?"), "feedback", "handover", 0, 14, "counter" },
        { N_("Yearly service"), "service", "handover", 12, 0, "email" },
        { N_("Warranty check"), "warranty", "warranty-end", 0, -30, "email" } } },
    { N_("General Plan"),
      N_("Repair"),
      { { N_("Thank-you"), "thanks", "handover", 0, 1, "letter" },
        { N_("Does it still work?"), "check", "handover", 0, 5, "phone" },
        { N_("How did it go?"), "feedback", "handover", 0, 14, "counter" },
        { N_("Warranty check"), "warranty", "warranty-end", 0, -30, "email" } } },
};

static void
add_step(CareRecord *plan, const Step *step)
{
    CareRecord *record = care_record_list_add(plan, CARE_PLAN_STEPS);

    care_record_set_text(record, CARE_PLAN_STEP_TITLE, _(step->title));
    care_record_set_text(record, CARE_PLAN_STEP_KIND, step->kind);
    care_record_set_text(record, CARE_PLAN_STEP_ANCHOR, step->anchor);
    care_record_set_int(record, CARE_PLAN_STEP_MONTHS, step->months);
    care_record_set_int(record, CARE_PLAN_STEP_DAYS, step->days);
    care_record_set_text(record, CARE_PLAN_STEP_CHANNEL, step->channel);
}

static gboolean
add_plan(CareTransaction *transaction, gsize i, GError **error)
{
    g_autoptr(CareRecord) plan = CARE_RECORD(care_plan_new());

    care_record_set_text(plan, CARE_PLAN_NAME, _(plans[i].name));
    care_record_set_text(plan, CARE_PLAN_JOB_KIND, _(plans[i].job_kind));
    for (int step = 0; step < MAX_STEPS && plans[i].steps[step].title != NULL; step++)
        add_step(plan, &plans[i].steps[step]);
    return care_flow_save(transaction, plan, NULL, error);
}

gboolean
care_default_plans_add(CareTransaction *transaction, GError **error)
{
    g_autofree char *given = care_transaction_setting(transaction, CARE_SETTING_DEFAULT_PLANS);
    gboolean own = care_kind_had_any(care_transaction_connection(transaction), &care_plan_kind, FALSE);

    if (given != NULL)
        return TRUE;
    for (gsize i = 0; !own && i < G_N_ELEMENTS(plans); i++)
        if (!add_plan(transaction, i, error))
            return FALSE;
    return care_transaction_set_setting(transaction, CARE_SETTING_DEFAULT_PLANS, "true", error);
}

static gboolean
closure(CareTransaction *transaction, gpointer data, GError **error)
{
    return care_default_plans_add(transaction, error);
}

static void
on_added(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    /* A shop that cannot be written to says so at the first thing that somebody does. */
    if (!care_store_write_finish(CARE_STORE(source), result, &error))
        g_debug("plans: %s", error->message);
}

void
care_default_plans_add_async(CareStore *store)
{
    g_autofree char *given = care_store_setting(store, CARE_SETTING_DEFAULT_PLANS);

    if (given == NULL)
        care_store_write_async(store, CARE_PRIORITY_BACKGROUND, closure, NULL, NULL, NULL, on_added, NULL);
}
