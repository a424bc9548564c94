/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/today/today.h"

#include <string.h>

#include "model/deferral.h"
#include "service/today/today-rules-private.h"
#include "store/migrate.h"

/** care_due_item_copy: transfer full. */
CareDueItem *
care_due_item_copy(const CareDueItem *item)
{
    CareDueItem *copy = g_memdup2(item, sizeof *item);

    copy->id = g_strdup(item->id);
    copy->customer_name = g_strdup(item->customer_name);
    copy->text = g_strdup(item->text);
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
    g_free(item->text);
    g_free(item->detail);
    g_free(item->channel);
    g_free(item->why);
    g_free(item);
}

static void
item_free(gpointer item)
{
    care_due_item_free(item);
}

void
care_today_free(CareToday *today)
{
    g_ptr_array_unref(today->items);
    g_free(today);
}

/** care_due_rule_nick: the rule's word on the command line and in the deferral table. */
const char *
care_due_rule_nick(CareDueRule rule)
{
    static const char *const nicks[CARE_DUE_N_RULES] = {
        [CARE_DUE_COMPLAINT] = "complaint", [CARE_DUE_TO_TELL] = "to-tell",
        [CARE_DUE_FOLLOWUP] = "followup",   [CARE_DUE_UNBILLED] = "unbilled",
        [CARE_DUE_OVERDUE] = "overdue",     [CARE_DUE_UNCOLLECTED] = "uncollected",
        [CARE_DUE_OCCASION] = "occasion",   [CARE_DUE_BACKUP] = "backup",
    };

    return nicks[rule];
}

/* What comes back every year, or every week, is let go for this time only. */
#define ONE_TIME (90 * 86400)

static gboolean
comes_back(CareDueRule rule)
{
    return rule == CARE_DUE_OCCASION || rule == CARE_DUE_BACKUP;
}

/* The newest deferral decides. TRUE if the line shall not be shown. */
static gboolean
is_put_off(CareConnection *connection, CareDueItem *item, CareClock *clock, GError **error)
{
    CareDate today = care_clock_today(clock);
    CareInstant now = care_clock_now(clock);
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        "SELECT until, reason, created, hour FROM deferral WHERE record = ?1 AND rule = "
        "?2 AND deleted_at IS NULL ORDER BY id DESC LIMIT 1",
        error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind_int(statement, 1, item->record);
    care_statement_bind(statement, 2, care_due_rule_nick(item->rule));
    if (!care_statement_step(statement, error)
        || (comes_back(item->rule) && care_statement_int(statement, 2) < now - ONE_TIME))
        return FALSE;
    if (!care_date_parse_full(care_statement_text(statement, 0) != NULL ? care_statement_text(statement, 0)
                                                                        : "",
                              &item->deferred_until))
        return TRUE; /* let go */
    g_set_str(&item->why, care_statement_text(statement, 1));
    if (care_date_compare(item->deferred_until, today) == 0)
        return now < care_instant_of_date(today, (int)care_statement_int(statement, 3), 0,
                                          care_clock_zone(clock));
    return care_date_compare(item->deferred_until, today) > 0;
}

static int
compare(gconstpointer a, gconstpointer b)
{
    const CareDueItem *x = *(CareDueItem *const *)a;
    const CareDueItem *y = *(CareDueItem *const *)b;
    int order = (int)x->rule - (int)y->rule;

    if (order == 0 && x->answer_by != y->answer_by)
        order = x->answer_by < y->answer_by ? -1 : 1;
    if (order == 0)
        order = care_date_compare(x->due, y->due);
    if (order == 0)
        order = g_strcmp0(x->customer_name, y->customer_name);
    return order != 0 ? order : x->record < y->record ? -1 : x->record > y->record;
}

static gboolean
drop_put_off(CareConnection *connection, CareToday *today, CareClock *clock, GError **error)
{
    g_autoptr(GError) local = NULL;

    for (guint i = 0; i < today->items->len;) {
        if (is_put_off(connection, today->items->pdata[i], clock, &local))
            g_ptr_array_remove_index_fast(today->items, i);
        else
            i++;
    }
    if (local == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

CareToday *
care_today_compute(CareConnection *connection, CareClock *clock, GError **error)
{
    g_autoptr(CareToday) today = g_new0(CareToday, 1);
    g_autofree char *since = care_setting_read(connection, CARE_SETTING_LAST_DAY_RUN);

    today->today = care_clock_today(clock);
    today->items = g_ptr_array_new_with_free_func(item_free);
    if (since == NULL || !care_date_parse_full(since, &today->since))
        today->since = (CareDate){ 0 };
    if (!care_today_collect(connection, clock, today->items, error)
        || !drop_put_off(connection, today, clock, error))
        return NULL;
    for (guint i = 0; i < today->items->len; i++) {
        CareDueItem *item = today->items->pdata[i];

        item->late_days = MAX(0, care_date_days_between(item->due, today->today));
    }
    g_ptr_array_sort(today->items, compare);
    return g_steal_pointer(&today);
}

gboolean
care_today_mark_seen(CareTransaction *transaction, GError **error)
{
    g_autofree char *today = care_date_to_string(care_transaction_today(transaction));

    return care_transaction_set_setting(transaction, CARE_SETTING_LAST_DAY_RUN, today, error);
}

static gboolean
defer(CareTransaction *transaction, CareDueRule rule, CareId record, CareDate until, int hour,
      const char *reason, GError **error)
{
    g_autoptr(CareRecord) deferral = CARE_RECORD(care_deferral_new());

    care_record_set_text(deferral, CARE_DEFERRAL_RULE, care_due_rule_nick(rule));
    care_record_set_int(deferral, CARE_DEFERRAL_RECORD, record);
    care_record_set_date(deferral, CARE_DEFERRAL_UNTIL, until);
    care_record_set_text(deferral, CARE_DEFERRAL_REASON, reason);
    if (hour > 0)
        care_record_set_int(deferral, CARE_DEFERRAL_HOUR, hour);
    return care_transaction_save(transaction, deferral, error);
}

gboolean
care_today_defer(CareTransaction *transaction, CareDueRule rule, CareId record, CareDate until,
                 const char *reason, GError **error)
{
    return defer(transaction, rule, record, until, 0, reason, error);
}

gboolean
care_today_defer_to_hour(CareTransaction *transaction, CareDueRule rule, CareId record, CareDate until,
                         int hour, GError **error)
{
    return defer(transaction, rule, record, until, hour, NULL, error);
}

gboolean
care_today_undefer(CareTransaction *transaction, CareDueRule rule, CareId record, GError **error)
{
    CareConnection *connection = care_transaction_connection(transaction);
    CareId newest = 0;

    {
        g_autoptr(CareStatement) statement = care_connection_prepare(
            connection, "SELECT max(id) FROM deferral WHERE record = ?1 AND rule = ?2 AND deleted_at IS NULL",
            error);

        if (statement == NULL)
            return FALSE;
        care_statement_bind_int(statement, 1, record);
        care_statement_bind(statement, 2, care_due_rule_nick(rule));
        if (care_statement_step(statement, error))
            newest = care_statement_int(statement, 0);
    }
    return newest == 0 || care_transaction_remove(transaction, &care_deferral_kind, newest, error);
}
