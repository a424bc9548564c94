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

char *
care_due_occasion_text(const CareUpcoming *upcoming, gboolean passed)
{
    g_autofree char *who = care_isolate(upcoming->customer_name);

    if (upcoming->sort == CARE_OCCASION_OWN)
        return g_strdup_printf(C_("occasion: person: what", "%s: %s"), who, upcoming->name);
    if (upcoming->sort == CARE_OCCASION_FIRST_JOB)
        /* Translators: true on the day and ahead of it: "Bea Koch: 3 years a customer" */
        return g_strdup_printf(
            ngettext("%s: %d year a customer", "%s: %d years a customer", (gulong)upcoming->years), who,
            upcoming->years);
    return birthday_text(upcoming, who, passed);
}

static char *
day_words(CareDate date)
{
    g_autoptr(GDateTime) at = g_date_time_new_utc(date.year, date.month, date.day, 12, 0, 0);

    /* Translators: the day of an occasion, as for g_date_time_format(): "Thursday 3 December" */
    return g_date_time_format(at, C_("occasion", "%A %-d %B"));
}

char *
care_due_occasion_why(const CareUpcoming *upcoming, gboolean passed)
{
    g_autofree char *who = care_isolate(upcoming->customer_name);
    g_autofree char *day = day_words(upcoming->date);
    gulong years = (gulong)upcoming->years;

    if (upcoming->sort == CARE_OCCASION_OWN)
        /* Translators: a customer, what the day is called, the day: "Bea Koch’s “Wedding day” is on Tuesday 1 December" */
        return g_strdup_printf(passed ? _("%s’s “%s” was on %s") : _("%s’s “%s” is on %s"), who,
                               upcoming->name, day);
    if (upcoming->sort == CARE_OCCASION_FIRST_JOB)
        /* Translators: a day, a number of years, a customer */
        return passed ? g_strdup_printf(ngettext("On %s it was %d year since %s’s first job",
                                                 "On %s it was %d years since %s’s first job", years),
                                        day, upcoming->years, who)
                      : g_strdup_printf(ngettext("On %s it is %d year since %s’s first job",
                                                 "On %s it is %d years since %s’s first job", years),
                                        day, upcoming->years, who);
    return g_strdup_printf(passed ? _("%s’s birthday was on %s") : _("%s’s birthday is on %s"), who, day);
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

/* The last day that is still of this time. */
static CareDate
time_to(const CareUpcoming *upcoming)
{
    CareDate last = care_date_add_days(upcoming->date, CARE_OCCASIONS_MISSED_DAYS);
    CareDate notice = care_date_add_days(upcoming->date, CARE_OCCASIONS_A_YEAR - upcoming->lead_days - 1);

    if (care_date_compare(notice, last) < 0)
        last = care_date_compare(notice, upcoming->date) < 0 ? upcoming->date : notice;
    return last;
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
    item->text = care_due_occasion_text(upcoming, FALSE);
    item->why = care_due_occasion_why(upcoming, FALSE);
    item->time_from = time_from(upcoming);
    item->time_to = time_to(upcoming);
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
    return found != NULL && care_due_find_passed(search, error);
}

static gboolean
has_customers(CareConnection *connection)
{
    return care_kind_had_any(connection, &care_customer_kind, FALSE);
}

/* days: how old the last one is; a day that is to come is one of a clock that was ahead. */
static char *
say_backup(gboolean any, int days)
{
    if (!any)
        return g_strdup(_("There is no backup of your shop yet"));
    if (days < 0)
        return g_strdup(_("The last backup bears a day that is still to come"));
    return g_strdup_printf(
        ngettext("The last backup is %d day old", "The last backup is %d days old", (gulong)days), days);
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

    if (search->scope->job != 0 || search->scope->customer != 0 || (any && days >= 0 && days < BACKUP_DAYS)
        || !has_customers(search->connection))
        return TRUE;
    item = care_due_search_add(search, rule, 0);
    item->text = say_backup(any, days);
    item->detail = g_strdup(_(care_due_rule_info(rule)->detail));
    return TRUE;
}
