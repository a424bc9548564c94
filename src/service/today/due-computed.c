/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are computed and not found by one query: occasions, and the backup. */
#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "model/customer.h"
#include "model/occasion.h"
#include "service/today/due-occasion.h"
#include "service/today/due-private.h"
#include "store/kind-query.h"
#include "store/setting.h"

#define BACKUP_DAYS 7
/* No shop is closed for longer, as far as its hours know. */
#define CLOSED_DAYS 21

static char *
birthday_text(const CareUpcoming *upcoming, const char *who, gboolean passed)
{
    gulong years = (gulong)upcoming->years;

    if (upcoming->years <= 0)
        return g_strdup_printf(passed ? _("%s had a birthday") : _("%s has a birthday"), who);
    return g_strdup_printf(passed ? ngettext("%s turned %d", "%s turned %d", years)
                                  : ngettext("%s turns %d", "%s turns %d", years),
                           who, upcoming->years);
}

static char *
occasion_text(const CareUpcoming *upcoming, gboolean passed)
{
    g_autofree char *who = care_isolate(upcoming->customer_name);

    if (upcoming->sort == CARE_OCCASION_OWN)
        return g_strdup_printf(C_("occasion: person: what", "%s: %s"), who, upcoming->name);
    if (upcoming->sort == CARE_OCCASION_FIRST_JOB)
        return g_strdup_printf(ngettext("%s has been a customer for %d year",
                                        "%s has been a customer for %d years", (gulong)upcoming->years),
                               who, upcoming->years);
    return birthday_text(upcoming, who, passed);
}

/* What it is, where the person is known. */
static char *
occasion_title(const CareUpcoming *upcoming)
{
    if (upcoming->sort == CARE_OCCASION_OWN)
        return g_strdup(upcoming->name);
    if (upcoming->sort == CARE_OCCASION_FIRST_JOB)
        return g_strdup_printf(
            ngettext("Customer for %d year", "Customer for %d years", (gulong)upcoming->years),
            upcoming->years);
    return g_strdup(_("Birthday"));
}

/* What is decided soon after a day was about that day, unless the notice of the next had begun. */
static CareDate
time_from(const CareUpcoming *upcoming)
{
    CareDate first = care_date_add_days(upcoming->date, -upcoming->lead_days);
    CareDate from = care_date_add_days(upcoming->before, CARE_OCCASIONS_MISSED_DAYS + 1);
    CareDate next = care_date_add_days(upcoming->before, 1);

    if (care_date_compare(first, from) < 0)
        from = care_date_compare(first, next) < 0 ? next : first;
    return from;
}

CareDueItem *
care_due_item_of_occasion(const CareUpcoming *upcoming)
{
    CareDueItem *item = care_due_item_new(CARE_DUE_OCCASION, upcoming->record);

    item->due = upcoming->date;
    item->on = upcoming->date;
    item->customer = upcoming->customer;
    item->customer_name = g_strdup(upcoming->customer_name);
    item->channel = g_strdup(upcoming->channel);
    item->title = occasion_title(upcoming);
    item->text = occasion_text(upcoming, FALSE);
    item->time_from = time_from(upcoming);
    return item;
}

/* An occasion is a line from its lead time on until the day itself. */
static void
add_occasion(CareDueSearch *search, const CareUpcoming *upcoming)
{
    int days = care_date_days_between(search->today, upcoming->date);
    CareDueItem *item = care_due_item_of_occasion(upcoming);

    g_ptr_array_add(search->items, item);
    item->on = care_date_add_days(search->today, MAX(0, days - upcoming->lead_days));
    item->detail = days == 0 ? g_strdup(_("Today"))
                             : g_strdup_printf(ngettext("Tomorrow", "In %d days", (gulong)days), days);
}

/* Whether its next time is shown by now. */
static gboolean
is_shown(const CareDueSearch *search, CareId record)
{
    for (guint i = 0; i < search->items->len; i++) {
        const CareDueItem *item = search->items->pdata[i];

        if (item->rule == CARE_DUE_OCCASION && item->record == record
            && care_date_compare(item->on, search->today) <= 0)
            return TRUE;
    }
    return FALSE;
}

/* From its first day of showing to its own the shop was closed, and it opens only now (rules-care C1). */
static gboolean
is_kept(const CareDueSearch *search, const CareUpcoming *upcoming)
{
    CareDate first = care_date_add_days(upcoming->date, -upcoming->lead_days);
    CareDate open;

    if (search->hours == NULL)
        return FALSE;
    open = care_shop_hours_open_day_from(search->hours, first, 1);
    return care_date_compare(open, upcoming->date) > 0 && care_date_compare(open, search->today) >= 0;
}

static void
add_passed(CareDueSearch *search, const CareUpcoming *upcoming, CareDate since)
{
    gboolean unseen = care_date_is_set(since) && care_date_compare(upcoming->date, since) > 0;
    int days = care_date_days_between(upcoming->date, search->today);
    CareDueItem *item;

    if (days <= 0 || (!unseen && !is_kept(search, upcoming)) || is_shown(search, upcoming->record))
        return;
    item = care_due_item_of_occasion(upcoming);
    g_ptr_array_add(search->items, item);
    g_free(item->text);
    item->text = occasion_text(upcoming, TRUE);
    item->detail = g_strdup_printf(ngettext("Yesterday", "%d days ago", (gulong)days), days);
}

/* An occasion that came while nobody looked, or nobody could, is told of afterwards. */
static gboolean
find_passed(CareDueSearch *search, GError **error)
{
    CareDate since = care_due_seen_last(search->connection);
    int days = care_date_is_set(since) ? care_date_days_between(since, search->today) - 1 : 0;
    CareOccasionScope back = { .customer = search->scope->customer };
    g_autoptr(GPtrArray) found = NULL;

    days = CLAMP(days, CLOSED_DAYS, CARE_OCCASIONS_MISSED_DAYS);
    back.days = days - 1;
    found = care_occasions_upcoming(search->connection, care_date_add_days(search->today, -days), &back,
                                    care_clock_zone(search->clock), error);
    for (guint i = 0; found != NULL && i < found->len; i++)
        add_passed(search, found->pdata[i], since);
    return found != NULL;
}

CareDate
care_due_seen_last(CareConnection *connection)
{
    g_autofree char *text = care_setting_read(connection, CARE_SETTING_LAST_DAY_RUN);
    CareDate day;

    return text != NULL && care_date_parse_full(text, &day) ? day : (CareDate){ 0 };
}

gboolean
care_due_find_occasions(gpointer data, CareDueRule rule, GError **error)
{
    CareDueSearch *search = data;
    const CareDueScope *scope = search->scope;
    const CareOccasionScope ahead = { .days = scope->days + CARE_OCCASION_USUAL_DAYS,
                                      .own_days = CARE_OCCASIONS_A_YEAR,
                                      .customer = scope->customer };
    g_autoptr(GPtrArray) found = NULL;

    if (scope->job != 0)
        return TRUE;
    found = care_occasions_upcoming(search->connection, search->today, &ahead, care_clock_zone(search->clock),
                                    error);
    for (guint i = 0; found != NULL && i < found->len; i++)
        add_occasion(search, found->pdata[i]);
    return found != NULL && find_passed(search, error);
}

static gboolean
has_customers(CareConnection *connection)
{
    return care_kind_had_any(connection, &care_customer_kind, FALSE);
}

/* Asked for until there is a place for backups, and when the last one has become old. */
gboolean
care_due_find_backup(gpointer data, CareDueRule rule, GError **error)
{
    CareDueSearch *search = data;
    g_autofree char *last = care_setting_read(search->connection, CARE_SETTING_LAST_BACKUP);
    CareInstant at = 0;
    gboolean any = last != NULL && care_instant_parse(last, &at);
    int days = any ? care_date_days_between(care_date_of_instant(at, care_clock_zone(search->clock)),
                                            search->today)
                   : 0;
    CareDueItem *item;

    if (search->scope->job != 0 || search->scope->customer != 0 || (any && days < BACKUP_DAYS)
        || !has_customers(search->connection))
        return TRUE;
    item = care_due_search_add(search, rule, 0);
    item->text = any ? g_strdup_printf(ngettext("The last backup is %d day old",
                                                "The last backup is %d days old", (gulong)days),
                                       days)
                     : g_strdup(_("There is no backup of your shop yet"));
    item->detail = g_strdup(_(care_due_rule_info(rule)->detail));
    return TRUE;
}
