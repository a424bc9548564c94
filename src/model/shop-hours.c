/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop-hours.h"

#include <glib/gi18n-lib.h>

#include "core/listed.h"
#include "model/shop-week.h"

#define SEARCH_DAYS 800 /* a shop that does not open for so long never opens again */
/* Whatever instant stands there, it is counted from and to: no longer than two hundred years, and in years that there are.
 * */
#define LONGEST_WALK (200 * 366)
#define LAST_YEAR 9998

struct _CareShopHours {
    CareShopWeek *week;
    CareHolidays *holidays;
    GTimeZone *zone;
};

static CareShopHours *
hours_new(CareShopWeek *week, CareHolidays *holidays, GTimeZone *zone)
{
    CareShopHours *self = g_new0(CareShopHours, 1);

    self->week = week;
    self->holidays = holidays;
    self->zone = g_time_zone_ref(zone);
    return self;
}

void
care_shop_hours_free(CareShopHours *self)
{
    if (self == NULL)
        return;
    care_shop_week_free(self->week);
    care_holidays_free(self->holidays);
    g_time_zone_unref(self->zone);
    g_free(self);
}

/*
 * Reads opening hours; "" or NULL is a shop that never opens. Takes `holidays` (or NULL for none) in any case and a
 * reference on `zone`. NULL with a sentence that names what was not understood. Free with care_shop_hours_free().
 */
CareShopHours *
care_shop_hours_parse(const char *text, CareHolidays *holidays, GTimeZone *zone, GError **error)
{
    CareShopWeek *week = care_shop_week_parse(text, error);

    if (week != NULL)
        return hours_new(week, holidays, zone);
    care_holidays_free(holidays);
    return NULL;
}

static char *
days_in_words(int first, int last)
{
    g_autofree char *from = care_week_day_name(first);
    g_autofree char *to = care_week_day_name(last);

    if (first == last)
        return g_steal_pointer(&from);
    /* Translators: days of the week: "Monday to Friday" */
    return g_strdup_printf(_("%s to %s"), from, to);
}

static void
add_days(GString *text, int first, int last, const GArray *spans)
{
    g_autofree char *days = days_in_words(first, last);
    g_autofree char *times = care_open_spans_in_words(spans);
    /* Translators: days and the times of them: "Monday to Friday 9:00–12:30, 13:30–18:00" */
    g_autofree char *both = g_strdup_printf(C_("hours", "%s %s"), days, times);
    /* Translators: the days so far with their times, and the next ones: "Monday to Friday 9:00–18:00; Saturday 10:00–14:00"
     * */
    g_autofree char *all = g_strdup_printf(C_("hours", "%s; %s"), text->str, both);

    g_string_assign(text, text->len > 0 ? all : both);
}

/* "Monday to Friday 9:00–12:30, 13:30–18:00; Saturday 10:00–14:00", for letters. "" for a shop that never opens. Free
 * with g_free(). */
char *
care_shop_hours_in_words(const CareShopHours *self)
{
    GString *text = g_string_new(NULL);

    for (int first = 0, last; first < CARE_WEEK_DAYS; first = last + 1) {
        const GArray *spans = self->week->days[first];

        last = care_shop_week_last_alike(self->week, first);
        if (spans->len > 0)
            add_days(text, first, last, spans);
    }
    return g_string_free_and_steal(text);
}

static char *
until(int minutes)
{
    g_autofree char *time = care_open_time_in_words(minutes);

    /* Translators: a time: the shop is open, "until 18:00" */
    return g_strdup_printf(_("until %s"), time);
}

/* NULL when it is over. */
static char *
left_of_span(const CareShopHours *self, CareDate date, const CareOpenSpan *span, CareInstant now)
{
    CareInstant from = care_instant_of_date(date, span->from / 60, span->from % 60, self->zone);
    CareInstant to = care_instant_of_date(date, span->to / 60, span->to % 60, self->zone);

    if (to <= now)
        return NULL;
    if (from <= now)
        return until(span->to);
    return care_open_span_in_words(span);
}

/* When the shop is open on that day from an instant on: "until 12:30, 13:30–18:00". NULL when it is not, or not any more.
 * Free with g_free(). */
char *
care_shop_hours_left_in_words(const CareShopHours *self, CareDate date, CareInstant now)
{
    const GArray *spans = self->week->days[care_date_weekday(date) - 1];
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; care_shop_hours_is_open_day(self, date) && i < spans->len; i++) {
        g_autofree char *times = left_of_span(self, date, &g_array_index(spans, CareOpenSpan, i), now);

        care_listed_add(text, times);
    }
    return text->len > 0 ? g_string_free_and_steal(g_steal_pointer(&text)) : NULL;
}

/* Whether the shop opens at all on that day. */
gboolean
care_shop_hours_is_open_day(const CareShopHours *self, CareDate date)
{
    return self->week->days[care_date_weekday(date) - 1]->len > 0
           && !care_holidays_contain(self->holidays, date);
}

/*
 * The day itself if the shop opens on it, else the nearest open day before (`direction` -1) or after (1): what falls due on
 * a closed day is done the open day before if it must not be late (a warranty's end), else after. The day itself again
 * for a shop that never opens.
 */
CareDate
care_shop_hours_open_day_from(const CareShopHours *self, CareDate date, int direction)
{
    CareDate day = date;

    for (int i = 0; i < SEARCH_DAYS; i++, day = care_date_add_days(day, direction < 0 ? -1 : 1))
        if (care_shop_hours_is_open_day(self, day))
            return day;
    return date;
}

/* Walks the open spans from the day of an instant on, in order. */
typedef struct {
    const CareShopHours *hours;
    CareDate day;
    guint next;      /* span of the day */
    int closed_days; /* in a row */
    int days;        /* so far */
    CareInstant from, to;
} Walk;

static Walk
walk_begin(const CareShopHours *self, CareInstant at)
{
    return (Walk){ .hours = self, .day = care_date_of_instant(at, self->zone) };
}

static gboolean
is_over(const Walk *walk)
{
    return walk->closed_days >= SEARCH_DAYS || walk->days >= LONGEST_WALK || !care_date_is_set(walk->day)
           || walk->day.year > LAST_YEAR;
}

/* The next open span; FALSE when the shop never opens again. */
static gboolean
walk_next(Walk *walk)
{
    for (; !is_over(walk); walk->closed_days++, walk->days++) {
        const GArray *spans = walk->hours->week->days[care_date_weekday(walk->day) - 1];
        if (care_shop_hours_is_open_day(walk->hours, walk->day) && walk->next < spans->len) {
            const CareOpenSpan *span = &g_array_index(spans, CareOpenSpan, walk->next++);
            GTimeZone *zone = walk->hours->zone;
            walk->from = care_instant_of_date(walk->day, span->from / 60, span->from % 60, zone);
            walk->to = care_instant_of_date(walk->day, span->to / 60, span->to % 60, zone);
            walk->closed_days = 0;
            return TRUE;
        }
        walk->day = care_date_add_days(walk->day, 1);
        walk->next = 0;
    }
    return FALSE;
}

/* How many seconds the shop was open between two instants; negative if `to` is before `from`. The hour that summer
 * time takes or gives counts as it was. Of instants that lie further apart than any shop is old, no more than of the first
 * two hundred years. */
gint64
care_shop_hours_between(const CareShopHours *self, CareInstant from, CareInstant to)
{
    Walk walk = walk_begin(self, from);
    gint64 seconds = 0;

    if (to < from)
        return -care_shop_hours_between(self, to, from);
    while (walk_next(&walk) && walk.from < to)
        seconds += MAX(MIN(walk.to, to) - MAX(walk.from, from), 0);
    return seconds;
}

/*
 * When so many seconds of opening time have passed since `from`: the deadline of an answer owed within shop hours. Time
 * that is used up exactly at closing ends then, not at the next opening. FALSE if the shop never opens for so long.
 */
gboolean
care_shop_hours_add_seconds(const CareShopHours *self, CareInstant from, gint64 seconds, CareInstant *out)
{
    Walk walk = walk_begin(self, from);

    while (walk_next(&walk)) {
        CareInstant start = MAX(walk.from, from);
        if (walk.to <= start)
            continue;
        if (walk.to - start >= seconds) {
            *out = start + MAX(seconds, 0);
            return TRUE;
        }
        seconds -= walk.to - start;
    }
    return FALSE;
}
