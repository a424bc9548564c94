/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/compose-target.h"

#include "model/situation.h"

GVariant *
care_compose_target(const CareMessageOccasion *occasion)
{
    return g_variant_new(CARE_COMPOSE_TYPE, occasion->customer, occasion->job,
                         occasion->situation ? occasion->situation
                                             : care_situation_word(CARE_SITUATION_OTHER),
                         occasion->record != 0 ? care_due_rule_nick(occasion->rule) : "",
                         occasion->channel ? occasion->channel : "", occasion->record, occasion->invoice);
}

CareMessageOccasion
care_compose_occasion(GVariant *target)
{
    CareMessageOccasion occasion = { 0 };
    const char *rule;

    g_variant_get(target, "(xx&s&s&sxx)", &occasion.customer, &occasion.job, &occasion.situation, &rule,
                  &occasion.channel, &occasion.record, &occasion.invoice);
    if (*occasion.channel == '\0')
        occasion.channel = NULL;
    if (!care_due_rule_parse(rule, &occasion.rule))
        occasion.record = 0;
    return occasion;
}

gboolean
care_compose(GtkWidget *widget, const CareMessageOccasion *occasion)
{
    return gtk_widget_activate_action_variant(widget, CARE_COMPOSE_ACTION, care_compose_target(occasion));
}

gboolean
care_ask(GtkWidget *widget, const CareMessageOccasion *occasion)
{
    return gtk_widget_activate_action_variant(widget, CARE_ASK_ACTION, care_compose_target(occasion));
}
