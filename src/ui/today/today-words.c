/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/today-words.h"

#include <glib/gi18n-lib.h>

#include "core/sentences.h"

const char *
care_today_group_title(guint group)
{
    for (int rule = 0; rule < CARE_DUE_N_RULES && group != CARE_TODAY_AWAY; rule++)
        if (CARE_TODAY_GROUP((CareDueRule)rule) == group)
            return _(care_due_rule_info((CareDueRule)rule)->group);
    return _("While You Were Away");
}

char *
care_today_greeting(int hour, const char *name)
{
    const char *greeting = hour < 12   ? _("Good morning")
                           : hour < 18 ? _("Good afternoon")
                                       : _("Good evening");
    g_auto(GStrv) parts = name && *name ? g_strsplit(name, " ", 2) : NULL;

    if (!parts)
        return g_strdup(greeting);
    /* Translators: "Good morning, Mara" */
    return g_strdup_printf(_("%s, %s"), greeting, parts[0]);
}

static guint
count(GPtrArray *items, CareDueRule rule)
{
    guint n = 0;

    for (guint i = 0; i < items->len; i++)
        n += ((CareDueItem *)items->pdata[i])->rule == rule;
    return n;
}

static char *
what_matters(GPtrArray *items, guint unanswered)
{
    guint n;

    if ((n = unanswered) > 0)
        return g_strdup_printf(ngettext("One person is waiting for a first answer.",
                                        "%u people are waiting for a first answer.", n),
                               n);
    if ((n = count(items, CARE_DUE_TO_TELL)) > 0)
        return g_strdup_printf(ngettext("One device is ready and its owner does not know yet.",
                                        "%u devices are ready and their owners do not know yet.", n),
                               n);
    if ((n = count(items, CARE_DUE_UNBILLED)) > 0)
        return g_strdup_printf(
            ngettext("One job is done and not billed.", "%u jobs are done and not billed.", n), n);
    if ((n = count(items, CARE_DUE_OVERDUE)) > 0)
        return g_strdup_printf(ngettext("One invoice is overdue.", "%u invoices are overdue.", n), n);
    return g_strdup("");
}

char *
care_today_sentence(GPtrArray *items, guint unanswered)
{
    g_autofree char *matters = what_matters(items, unanswered);
    g_autofree char *due
        = items->len == 0
              ? g_strdup(_("Nothing is due."))
              : g_strdup_printf(ngettext("One thing is due.", "%u things are due.", items->len), items->len);

    return care_sentences_join(due, matters);
}
