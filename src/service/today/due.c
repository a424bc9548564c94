/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of rules, and what is read from it. */
#include "service/today/due.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/channel.h"
#include "model/placeholders.h"
#include "model/situation.h"
#include "model/job.h"
#include "service/today/due-private.h"

#define ROW(id, ...) [id] = { __VA_ARGS__ },

static const CareDueRuleInfo rules[CARE_DUE_N_RULES] = { CARE_DUE_RULES(ROW) };

const CareDueRuleInfo *
care_due_rule_info(CareDueRule rule)
{
    return &rules[rule];
}

/** care_due_rule_nick: the rule's word on the command line and in the deferral table. */
const char *
care_due_rule_nick(CareDueRule rule)
{
    return rules[rule].nick;
}

gboolean
care_due_rule_parse(const char *nick, CareDueRule *rule)
{
    for (int i = 0; i < CARE_DUE_N_RULES; i++) {
        if (g_strcmp0(rules[i].nick, nick) != 0)
            continue;
        *rule = (CareDueRule)i;
        return TRUE;
    }
    return FALSE;
}

char *
care_due_line_format(CareDueRule rule, CareId record)
{
    return g_strdup_printf("%s/%" G_GINT64_FORMAT, care_due_rule_nick(rule), record);
}

gboolean
care_due_line_parse(const char *text, CareDueRule *rule, CareId *record)
{
    const char *slash = strchr(text, '/');
    g_autofree char *nick = slash != NULL ? g_strndup(text, (gsize)(slash - text)) : NULL;

    if (slash == NULL || !care_due_rule_parse(nick, rule))
        return FALSE;
    *record = 0; /* a backup is about none */
    return g_str_equal(slash + 1, "0") || care_id_parse(slash + 1, record);
}

/** care_due_act_of: what the line's button does; its word and what it opens both follow from this. */
CareDueAct
care_due_act_of(const CareDueItem *item)
{
    return rules[item->rule].acts[care_due_way_of(item->channel)];
}

const char *
care_due_act_channel(const CareDueItem *item)
{
    return care_due_act_of(item) == CARE_DUE_ACT_CALL ? care_channel_word(CARE_CHANNEL_PHONE) : item->channel;
}

typedef struct {
    const char *first;
    const CareDueItem *item;
} Promise;

static const char *
promise_word(const char *name, gpointer data)
{
    const Promise *promise = data;

    if (g_str_equal(name, "first"))
        return promise->first;
    return g_str_equal(name, "title") ? promise->item->title : NULL;
}

char *
care_due_sentence(const char *sentence, const char *first, const CareDueItem *item)
{
    Promise promise = { first, item };

    return care_placeholders_finish(_(sentence), promise_word, &promise, NULL);
}

char *
care_due_keep_label(const CareDueItem *item, const char *first)
{
    const char *keep = rules[item->rule].keep;

    return care_due_sentence(keep != NULL ? keep : care_situation(item->situation)->act, first, item);
}

/** care_due_item_copy: transfer full. */
CareDueItem *
care_due_item_copy(const CareDueItem *item)
{
    CareDueItem *copy = g_memdup2(item, sizeof *item);

    copy->id = g_strdup(item->id);
    copy->customer_name = g_strdup(item->customer_name);
    copy->origin = g_strdup(item->origin);
    copy->also = item->also != NULL ? g_array_ref(item->also) : NULL;
    copy->title = g_strdup(item->title);
    copy->text = g_strdup(item->text);
    copy->lasts = g_strdup(item->lasts);
    copy->detail = g_strdup(item->detail);
    copy->channel = g_strdup(item->channel);
    copy->why = g_strdup(item->why);
    return copy;
}

void
care_due_item_free(CareDueItem *item)
{
    g_free(item->id);
    g_free(item->customer_name);
    g_free(item->origin);
    g_clear_pointer(&item->also, g_array_unref);
    g_free(item->title);
    g_free(item->text);
    g_free(item->lasts);
    g_free(item->detail);
    g_free(item->channel);
    g_free(item->why);
    g_free(item);
}
