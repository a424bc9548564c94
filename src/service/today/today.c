/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/today/today.h"

#include "store/named-query.h"

void
care_today_free(CareToday *today)
{
    g_ptr_array_unref(today->items);
    g_ptr_array_unref(today->coming);
    g_free(today);
}

/* What somebody waits for stays in its own group however old it is; what a date brought may have come unseen. */
guint
care_today_group_of(const CareDueItem *item, CareDate since, CareDate today)
{
    gboolean unseen = care_due_rule_info(item->rule)->by_date && care_date_is_set(since)
                      && care_date_compare(item->due, since) > 0 && care_date_compare(item->due, today) < 0;

    return unseen ? CARE_TODAY_AWAY : CARE_TODAY_GROUP(item->rule);
}

/* Within a group the lines keep the order of the rules. */
static int
compare_groups(gconstpointer a, gconstpointer b, gpointer data)
{
    const CareToday *self = data;
    const CareDueItem *x = *(CareDueItem *const *)a;
    const CareDueItem *y = *(CareDueItem *const *)b;

    return (int)care_today_group_of(x, self->since, self->today)
           - (int)care_today_group_of(y, self->since, self->today);
}

static void
item_free(gpointer item)
{
    care_due_item_free(item);
}

/* found is used up. */
static void
take_items(CareToday *self, GPtrArray *found)
{
    self->items = g_ptr_array_new_with_free_func(item_free);
    self->coming = g_ptr_array_new_with_free_func(item_free);
    g_ptr_array_set_free_func(found, NULL);
    for (guint i = 0; i < found->len; i++) {
        CareDueItem *item = found->pdata[i];

        g_ptr_array_add(item->now ? self->items : self->coming, item);
    }
}

CareToday *
care_today_compute(CareConnection *connection, CareClock *clock, GError **error)
{
    const CareDueScope week = { .days = CARE_WEEK_DAYS - 1 };
    g_autoptr(GPtrArray) found = care_due_find(connection, clock, &week, error);
    gint64 unanswered = 0;
    CareToday *self;

    if (found == NULL || !care_query_int(connection, "today/unanswered", &unanswered, error, ""))
        return NULL;
    self = g_new0(CareToday, 1);
    self->today = care_clock_today(clock);
    take_items(self, found);
    self->unanswered = (guint)unanswered;
    self->since = care_due_seen_last(connection);
    g_ptr_array_sort_with_data(self->items, compare_groups, self);
    return self;
}

gboolean
care_today_mark_seen(CareTransaction *transaction, GError **error)
{
    g_autofree char *today = care_date_to_string(care_transaction_today(transaction));

    return care_transaction_set_setting(transaction, CARE_SETTING_LAST_DAY_RUN, today, error);
}
