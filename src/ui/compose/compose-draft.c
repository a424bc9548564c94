/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compose/compose-draft.h"

#include <string.h>

/* "message:customer:job:record:invoice:rule/situation"; keys of schema 1 name no rule, their record is a follow-up. */
char *
care_compose_draft_key(const CareMessageOccasion *occasion)
{
    const CareId ids[] = { occasion->customer, occasion->job, occasion->record, occasion->invoice };
    g_autoptr(GString) key = g_string_new(CARE_COMPOSE_DRAFT);

    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
        g_string_append_printf(key, "%" G_GINT64_FORMAT ":", ids[i]);
    if (occasion->record != 0)
        g_string_append_printf(key, "%s/", care_due_rule_nick(occasion->rule));
    g_string_append(key, occasion->situation ? occasion->situation : "");
    return g_string_free(g_steal_pointer(&key), FALSE);
}

/* FALSE for a rule that there is no more. */
static gboolean
parse_line(const char *text, CareMessageOccasion *occasion)
{
    const char *slash = strchr(text, '/');
    g_autofree char *nick = slash != NULL ? g_strndup(text, (gsize)(slash - text)) : NULL;

    occasion->situation = slash != NULL ? slash + 1 : text;
    occasion->rule = CARE_DUE_FOLLOWUP;
    return slash == NULL || care_due_rule_parse(nick, &occasion->rule);
}

gboolean
care_compose_draft_parse(const char *key, CareMessageOccasion *occasion)
{
    CareId *ids[] = { &occasion->customer, &occasion->job, &occasion->record, &occasion->invoice };

    if (!g_str_has_prefix(key, CARE_COMPOSE_DRAFT))
        return FALSE;
    key += strlen(CARE_COMPOSE_DRAFT);
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        char *end;

        *ids[i] = g_ascii_strtoll(key, &end, 10);
        if (end == key || *end != ':')
            return FALSE;
        key = end + 1;
    }
    return parse_line(key, occasion);
}
