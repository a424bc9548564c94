/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop-hours.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"

#define DAYS 7
#define SEARCH_DAYS 800 /* a shop that does not open for so long never opens again */

typedef struct {
    int from; /* minutes since midnight */
    int to;   /* greater than from, at most 24:00 */
} Interval;

struct _CareShopHours {
    GArray *days[DAYS]; /* of Interval, sorted, apart from each other; Monday first */
    CareHolidays *holidays;
    GTimeZone *zone;
};

static const char *const day_names[DAYS] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };

static CareShopHours *
hours_new(CareHolidays *holidays, GTimeZone *zone)
{
    CareShopHours *self = g_new0(CareShopHours, 1);

    for (int i = 0; i < DAYS; i++)
        self->days[i] = g_array_new(FALSE, FALSE, sizeof(Interval));
    self->holidays = holidays;
    self->zone = g_time_zone_ref(zone);
    return self;
}

void
care_shop_hours_free(CareShopHours *self)
{
    if (self == NULL)
        return;
    for (int i = 0; i < DAYS; i++)
        g_array_unref(self->days[i]);
    care_holidays_free(self->holidays);
    g_time_zone_unref(self->zone);
    g_free(self);
}

static int
find_day(const char *text)
{
    for (int i = 0; i < DAYS; i++)
        if (g_ascii_strncasecmp(text, day_names[i], 2) == 0)
            return i;
    return -1;
}

/* Marks the days of "Mo-Fr", "Sa" or "Mo,We,Fr-Su" in `chosen`. */
static gboolean
parse_days(const char *text, gboolean chosen[DAYS])
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);

    for (char **part = parts; *part != NULL; part++) {
        gsize length = strlen(*part);
        int first = find_day(*part), last = length == 5 ? find_day(*part + 3) : first;

        if (first < 0 || last < 0 || (length != 2 && (length != 5 || (*part)[2] != '-')))
            return FALSE;
        for (int day = first;; day = (day + 1) % DAYS) {
            chosen[day] = TRUE;
            if (day == last)
                break;
        }
    }
    return TRUE;
}

/* HH:MM in minutes; -1 if it is none. */
static int
parse_time(const char *text)
{
    int hour, minute;

    if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]) || text[2] != ':' || !g_ascii_isdigit(text[3])
        || !g_ascii_isdigit(text[4]))
        return -1;
    hour = (text[0] - '0') * 10 + text[1] - '0';
    minute = (text[3] - '0') * 10 + text[4] - '0';
    return minute > 59 || hour * 60 + minute > 24 * 60 ? -1 : hour * 60 + minute;
}

/* Reads "09:00-12:30,13:30-18:00", in order and not overlapping, or "off". */
static gboolean
parse_times(const char *text, GArray *intervals)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    int last = -1;

    if (g_str_equal(text, "off"))
        return TRUE;
    for (char **part = parts; *part != NULL; part++) {
        Interval interval = { -1, -1 };
        if (strlen(*part) == 11 && (*part)[5] == '-')
            interval = (Interval){ parse_time(*part), parse_time(*part + 6) };
        if (interval.from < 0 || interval.from <= last || interval.to <= interval.from)
            return FALSE;
        last = interval.to;
        g_array_append_val(intervals, interval);
    }
    return intervals->len > 0;
}

static gboolean
parse_part(CareShopHours *self, const char *part)
{
    gboolean chosen[DAYS] = { FALSE };
    g_auto(GStrv) words = g_strsplit(part, " ", 2);
    g_autoptr(GArray) intervals = g_array_new(FALSE, FALSE, sizeof(Interval));

    if (g_strv_length(words) != 2 || !parse_days(words[0], chosen)
        || !parse_times(g_strstrip(words[1]), intervals))
        return FALSE;
    for (int i = 0; i < DAYS; i++) {
        if (!chosen[i])
            continue;
        g_array_set_size(self->days[i], 0);
        g_array_append_vals(self->days[i], intervals->data, intervals->len);
    }
    return TRUE;
}

/*
 * Reads opening hours; "" or NULL is a shop that never opens. Takes `holidays` (or NULL for none) in any case and a
 * reference on `zone`. NULL with a sentence that names what was not understood. Free with care_shop_hours_free().
 */
CareShopHours *
care_shop_hours_parse(const char *text, CareHolidays *holidays, GTimeZone *zone, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(text != NULL ? text : "", ";", -1);
    g_autoptr(CareShopHours) self = hours_new(holidays, zone);

    for (char **part = parts; *part != NULL; part++) {
        g_strstrip(*part);
        if (**part == '\0' || parse_part(self, *part))
            continue;
        g_set_error(
            error, CARE_ERROR, CARE_ERROR_INPUT,
            _("“%s” are no opening hours. Write them like Mo-Fr 09:00-12:30,13:30-18:00; Sa 09:00-13:00."),
            *part);
        return NULL;
    }
    return g_steal_pointer(&self);
}

static gboolean
same_times(const GArray *a, const GArray *b)
{
    return a->len == b->len && (a->len == 0 || memcmp(a->data, b->data, a->len * sizeof(Interval)) == 0);
}

/* The last day in a row with the times of the first. */
static int
last_alike(const CareShopHours *self, int first)
{
    int last = first;

    while (last + 1 < DAYS && same_times(self->days[first], self->days[last + 1]))
        last++;
    return last;
}

/* "Monday", in the reader's language. */
static char *
day_in_words(int day)
{
    g_autoptr(GDateTime) monday = g_date_time_new_utc(2024, 1, 1, 12, 0, 0);
    g_autoptr(GDateTime) date = g_date_time_add_days(monday, day);

    return g_date_time_format(date, "%A");
}

static char *
days_in_words(int first, int last)
{
    g_autofree char *from = day_in_words(first);
    g_autofree char *to = day_in_words(last);

    if (first == last)
        return g_steal_pointer(&from);
    /* Translators: days of the week: "Monday to Friday" */
    return g_strdup_printf(_("%s to %s"), from, to);
}

/* "Monday to Friday 9:00–12:30, 13:30–18:00; Saturday 10:00–14:00", for letters. "" for a shop that never opens. Free
 * with g_free(). */
char *
care_shop_hours_in_words(const CareShopHours *self)
{
    GString *text = g_string_new(NULL);

    for (int first = 0, last; first < DAYS; first = last + 1) {
        const GArray *intervals = self->days[first];
        g_autofree char *days = NULL;

        last = last_alike(self, first);
        if (intervals->len == 0)
            continue;
        days = days_in_words(first, last);
        g_string_append_printf(text, "%s%s", text->len > 0 ? "; " : "", days);
        for (guint i = 0; i < intervals->len; i++) {
            const Interval *interval = &g_array_index(intervals, Interval, i);

            g_string_append_printf(text, "%s%d:%02d–%d:%02d", i == 0 ? " " : ", ", interval->from / 60,
                                   interval->from % 60, interval->to / 60, interval->to % 60);
        }
    }
    return g_string_free_and_steal(text);
}

/* Whether the shop opens at all on that day. */
gboolean
care_shop_hours_is_open_day(const CareShopHours *self, CareDate date)
{
    return self->days[care_date_weekday(date) - 1]->len > 0 && !care_holidays_contain(self->holidays, date);
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

/* Walks the open intervals from the day of an instant on, in order. */
typedef struct {
    const CareShopHours *hours;
    CareDate day;
    guint next;      /* interval of the day */
    int closed_days; /* in a row */
    CareInstant from, to;
} Walk;

static Walk
walk_begin(const CareShopHours *self, CareInstant at)
{
    return (Walk){ .hours = self, .day = care_date_of_instant(at, self->zone) };
}

/* The next open interval; FALSE when the shop never opens again. */
static gboolean
walk_next(Walk *walk)
{
    for (; walk->closed_days < SEARCH_DAYS; walk->closed_days++) {
        const GArray *intervals = walk->hours->days[care_date_weekday(walk->day) - 1];
        if (care_shop_hours_is_open_day(walk->hours, walk->day) && walk->next < intervals->len) {
            const Interval *interval = &g_array_index(intervals, Interval, walk->next++);
            GTimeZone *zone = walk->hours->zone;
            walk->from = care_instant_of_date(walk->day, interval->from / 60, interval->from % 60, zone);
            walk->to = care_instant_of_date(walk->day, interval->to / 60, interval->to % 60, zone);
            walk->closed_days = 0;
            return TRUE;
        }
        walk->day = care_date_add_days(walk->day, 1);
        walk->next = 0;
    }
    return FALSE;
}

/* How many seconds the shop was open between two instants; negative if `to` is before `from`. The hour that summer
 * time takes or gives counts as it was. */
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
