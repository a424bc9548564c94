/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/instant-row.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "ui/kit/format.h"
#include "ui/kit/typed-date.h"

#define NOON 12
#define A_MINUTE 60

struct _CareInstantRow {
    CareTypedRow parent_instance;

    CareClock *clock;
};

G_DEFINE_FINAL_TYPE(CareInstantRow, care_instant_row, CARE_TYPE_TYPED_ROW)

static gboolean
parse_time(const char *text, int *hour, int *minute)
{
    int used = 0, h, m;

    if (sscanf(text, "%2d:%2d%n", &h, &m, &used) != 2 || text[used] != '\0' || h < 0 || h > 23 || m < 0
        || m > 59)
        return FALSE;
    *hour = h;
    *minute = m;
    return TRUE;
}

static void
time_of(CareInstantRow *self, int *hour, int *minute)
{
    const char *value = care_typed_row_get_value_text(CARE_TYPED_ROW(self));
    CareInstant at;
    g_autoptr(GDateTime) utc = NULL;
    g_autoptr(GDateTime) local = NULL;

    *hour = NOON;
    *minute = 0;
    if (!value || !care_instant_parse(value, &at))
        return;
    utc = g_date_time_new_from_unix_utc(at);
    local = g_date_time_to_timezone(utc, care_clock_zone(self->clock));
    *hour = g_date_time_get_hour(local);
    *minute = g_date_time_get_minute(local);
}

static char *
long_form(CareInstantRow *self, CareInstant at)
{
    GTimeZone *zone = care_clock_zone(self->clock);
    g_autofree char *day
        = care_format_date_long(care_date_of_instant(at, zone), care_clock_today(self->clock));
    g_autofree char *time = care_format_time(at, zone);

    /* Translators: a day and a time: "Tuesday 24 November, 10:15" */
    return g_strdup_printf(_("%s, %s"), day, time);
}

static char *
care_instant_row_show(CareTypedRow *row, const char *value)
{
    CareInstant at;

    return care_instant_parse(value, &at) ? long_form(CARE_INSTANT_ROW(row), at) : g_strdup(value);
}

static char *
care_instant_row_edit(CareTypedRow *row, const char *value)
{
    CareInstantRow *self = CARE_INSTANT_ROW(row);
    g_autofree char *day = NULL;
    CareInstant at;
    int hour, minute;

    if (!care_instant_parse(value, &at))
        return g_strdup(value);
    day = care_typed_date_to_string(care_date_of_instant(at, care_clock_zone(self->clock)));
    time_of(self, &hour, &minute);
    return g_strdup_printf("%s %d:%02d", day, hour, minute);
}

/* Splits off the last word if it is a time; FALSE when nothing is left of the day. */
static gboolean
split_time(char *text, int *hour, int *minute)
{
    char *last = strrchr(text, ' ');

    if (parse_time(text, hour, minute))
        return FALSE;
    if (last && parse_time(last + 1, hour, minute)) {
        *last = '\0';
        g_strchomp(text);
    }
    return TRUE;
}

static char *
care_instant_row_parse(CareTypedRow *row, const char *text, GError **error)
{
    CareInstantRow *self = CARE_INSTANT_ROW(row);
    const char *value = care_typed_row_get_value_text(row);
    g_autofree char *shown = value ? care_instant_row_show(row, value) : NULL;
    g_autofree char *day = g_strstrip(g_strdup(text));
    CareDate today = care_clock_today(self->clock);
    CareDate date = today;
    CareInstant at;
    int hour, minute;

    /* the row's own long form is not what anybody types */
    if (g_strcmp0(text, shown) == 0)
        return g_strdup(value);
    time_of(self, &hour, &minute);
    if (split_time(day, &hour, &minute)
        && !care_typed_date_parse(day, today, CARE_TYPED_DATE_PAST, &date, error))
        return NULL;
    at = care_instant_of_date(date, hour, minute, care_clock_zone(self->clock));
    if (at > care_clock_now(self->clock) + A_MINUTE) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, _("That has not come yet."));
        return NULL;
    }
    return care_instant_to_string(at);
}

static void
care_instant_row_finalize(GObject *object)
{
    g_clear_object(&CARE_INSTANT_ROW(object)->clock);
    G_OBJECT_CLASS(care_instant_row_parent_class)->finalize(object);
}

static void
care_instant_row_class_init(CareInstantRowClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_instant_row_finalize;
    CARE_TYPED_ROW_CLASS(klass)->parse = care_instant_row_parse;
    CARE_TYPED_ROW_CLASS(klass)->show = care_instant_row_show;
    CARE_TYPED_ROW_CLASS(klass)->edit = care_instant_row_edit;
}

static void
care_instant_row_init(CareInstantRow *self)
{
    self->clock = care_clock_new_system();
}

/* The page's clock: its zone, its today, and what has not come yet. */
void
care_instant_row_set_clock(CareInstantRow *self, CareClock *clock)
{
    g_return_if_fail(CARE_IS_INSTANT_ROW(self));
    g_set_object(&self->clock, clock);
}
