/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop-week.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"
#include "core/listed.h"

static const char *const day_names[CARE_WEEK_DAYS] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };

CareShopWeek *
care_shop_week_new(void)
{
    CareShopWeek *self = g_new0(CareShopWeek, 1);

    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        self->days[i] = g_array_new(FALSE, FALSE, sizeof(CareOpenSpan));
    return self;
}

void
care_shop_week_set_day(CareShopWeek *self, int day, const GArray *spans)
{
    g_array_set_size(self->days[day], 0);
    if (spans->len > 0)
        g_array_append_vals(self->days[day], spans->data, spans->len);
}

void
care_shop_week_free(CareShopWeek *self)
{
    if (self == NULL)
        return;
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        g_array_unref(self->days[i]);
    g_free(self);
}

gboolean
care_open_spans_add(GArray *spans, CareOpenSpan span)
{
    int last = spans->len > 0 ? g_array_index(spans, CareOpenSpan, spans->len - 1).to : -1;

    if (span.from <= last || span.to <= span.from || span.to > 24 * 60)
        return FALSE;
    g_array_append_val(spans, span);
    return TRUE;
}

static int
find_day(const char *text)
{
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        if (g_ascii_strncasecmp(text, day_names[i], 2) == 0)
            return i;
    return -1;
}

/* Marks the days of "Mo-Fr", "Sa" or "Mo,We,Fr-Su" in `chosen`. */
static gboolean
parse_days(const char *text, gboolean chosen[CARE_WEEK_DAYS])
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);

    for (char **part = parts; *part != NULL; part++) {
        gsize length = strlen(*part);
        int first = find_day(*part), last = length == 5 ? find_day(*part + 3) : first;

        if (first < 0 || last < 0 || (length != 2 && (length != 5 || (*part)[2] != '-')))
            return FALSE;
        for (int day = first;; day = (day + 1) % CARE_WEEK_DAYS) {
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
parse_times(const char *text, GArray *spans)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);

    if (g_str_equal(text, "off"))
        return TRUE;
    for (char **part = parts; *part != NULL; part++) {
        CareOpenSpan span = { -1, -1 };

        if (strlen(*part) == 11 && (*part)[5] == '-')
            span = (CareOpenSpan){ parse_time(*part), parse_time(*part + 6) };
        if (span.from < 0 || !care_open_spans_add(spans, span))
            return FALSE;
    }
    return spans->len > 0;
}

static gboolean
parse_part(CareShopWeek *self, const char *part)
{
    gboolean chosen[CARE_WEEK_DAYS] = { FALSE };
    g_auto(GStrv) words = g_strsplit(part, " ", 2);
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(CareOpenSpan));

    if (g_strv_length(words) != 2 || !parse_days(words[0], chosen)
        || !parse_times(g_strstrip(words[1]), spans))
        return FALSE;
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        if (chosen[i])
            care_shop_week_set_day(self, i, spans);
    return TRUE;
}

CareShopWeek *
care_shop_week_parse(const char *text, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(text != NULL ? text : "", ";", -1);
    g_autoptr(CareShopWeek) self = care_shop_week_new();

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

gboolean
care_open_spans_same(const GArray *a, const GArray *b)
{
    return a->len == b->len && (a->len == 0 || memcmp(a->data, b->data, a->len * sizeof(CareOpenSpan)) == 0);
}

gboolean
care_shop_week_same(const CareShopWeek *a, const CareShopWeek *b)
{
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        if (!care_open_spans_same(a->days[i], b->days[i]))
            return FALSE;
    return TRUE;
}

int
care_shop_week_last_alike(const CareShopWeek *self, int first)
{
    int last = first;

    while (last + 1 < CARE_WEEK_DAYS && care_open_spans_same(self->days[first], self->days[last + 1]))
        last++;
    return last;
}

static void
append_days(GString *text, const CareShopWeek *self, int first, int last)
{
    const GArray *spans = self->days[first];

    g_string_append_printf(text, "%s%s", text->len > 0 ? "; " : "", day_names[first]);
    if (last > first)
        g_string_append_printf(text, "-%s", day_names[last]);
    for (guint i = 0; i < spans->len; i++) {
        const CareOpenSpan *span = &g_array_index(spans, CareOpenSpan, i);

        g_string_append_printf(text, "%c%02d:%02d-%02d:%02d", i == 0 ? ' ' : ',', span->from / 60,
                               span->from % 60, span->to / 60, span->to % 60);
    }
}

char *
care_shop_week_to_string(const CareShopWeek *self)
{
    GString *text = g_string_new(NULL);

    for (int first = 0, last; first < CARE_WEEK_DAYS; first = last + 1) {
        last = care_shop_week_last_alike(self, first);
        if (self->days[first]->len > 0)
            append_days(text, self, first, last);
    }
    if (text->len == 0)
        g_string_assign(text, "Mo-Su off");
    return g_string_free_and_steal(text);
}

char *
care_open_time_in_words(int minutes)
{
    g_autoptr(GDateTime) time = g_date_time_new_utc(2024, 1, 1, minutes / 60 % 24, minutes % 60, 0);

    if (minutes == 24 * 60)
        /* Translators: midnight, as the end of a day: "18:00–24:00" */
        return g_strdup(_("24:00"));
    return g_date_time_format(time, _("%-H:%M"));
}

char *
care_open_span_in_words(const CareOpenSpan *span)
{
    g_autofree char *from = care_open_time_in_words(span->from);
    g_autofree char *to = care_open_time_in_words(span->to);

    /* Translators: two times of a day: "9:00–12:30" */
    return g_strdup_printf(C_("hours", "%s–%s"), from, to);
}

char *
care_open_spans_in_words(const GArray *spans)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < spans->len; i++) {
        g_autofree char *times = care_open_span_in_words(&g_array_index(spans, CareOpenSpan, i));

        care_listed_add(text, times);
    }
    return g_string_free_and_steal(text);
}

char *
care_week_day_name(int day)
{
    g_autoptr(GDateTime) monday = g_date_time_new_utc(2024, 1, 1, 12, 0, 0);
    g_autoptr(GDateTime) date = g_date_time_add_days(monday, day);

    return g_date_time_format(date, "%A");
}
