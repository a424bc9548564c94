/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/date-row.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "ui/kit/format.h"
#include "ui/kit/typed-date.h"

struct _CareDateRow {
    CareTypedRow parent_instance;

    CareDate today;
    gboolean needs_year;
    gboolean past;
    GtkMenuButton *button;
    GtkCalendar *calendar;
    CareDate after; /* month 0: any day */
    char *why;      /* it is to be after that; nullable */
    CareDate shown; /* in the calendar, to tell a picked day from a turned page */
};

enum {
    PROP_NEEDS_YEAR = 1,
    PROP_PAST,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CareDateRow, care_date_row, CARE_TYPE_TYPED_ROW)

static CareTypedDateUse
use_of(CareDateRow *self)
{
    if (self->needs_year)
        return self->past ? CARE_TYPED_DATE_PAST : CARE_TYPED_DATE_COMING;
    return self->past ? CARE_TYPED_DATE_BIRTH : CARE_TYPED_DATE_DAY;
}

static gboolean
is_too_early(CareDateRow *self, CareDate date)
{
    return care_date_is_set(self->after) && care_date_compare(date, self->after) <= 0;
}

static char *
care_date_row_parse(CareTypedRow *row, const char *text, GError **error)
{
    CareDateRow *self = CARE_DATE_ROW(row);
    g_autofree char *long_form = NULL;
    CareDate date;

    /* the row's own long form, "Thursday 26 November", is not what anybody types */
    if (care_date_row_get_date(self, &date)) {
        long_form = care_format_date_long(date, self->today);
        if (g_strcmp0(text, long_form) == 0)
            return care_date_to_string(date);
    }
    if (!care_typed_date_parse(text, self->today, use_of(self), &date, error))
        return NULL;
    if (is_too_early(self, date)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT, self->why);
        return NULL;
    }
    return care_date_to_string(date);
}

static char *
care_date_row_show(CareTypedRow *row, const char *value)
{
    CareDate date;

    if (!care_date_parse(value, &date))
        return g_strdup(value);
    return care_format_date_long(date, CARE_DATE_ROW(row)->today);
}

static char *
care_date_row_edit(CareTypedRow *row, const char *value)
{
    CareDate date;

    return care_date_parse(value, &date) ? care_typed_date_to_string(date) : g_strdup(value);
}

static void
on_day_selected(CareDateRow *self)
{
    CareDate date = { gtk_calendar_get_year(self->calendar), gtk_calendar_get_month(self->calendar) + 1,
                      gtk_calendar_get_day(self->calendar) };
    gboolean same_page = date.year == self->shown.year && date.month == self->shown.month;
    g_autofree char *text = care_typed_date_to_string(date);

    self->shown = date;
    if (is_too_early(self, date))
        care_typed_row_set_typed(CARE_TYPED_ROW(self), text);
    else
        care_date_row_set_date(self, date);
    if (same_page)
        gtk_menu_button_popdown(self->button);
}

static void
on_popover_show(CareDateRow *self)
{
    g_autoptr(GDateTime) at = NULL;
    CareDate date;

    if (!care_date_row_get_date(self, &date))
        date = self->today;
    if (date.year == 0)
        date.year = self->today.year;
    at = g_date_time_new_utc(date.year, date.month, date.day, 0, 0, 0);
    if (!at) /* 29 February in a year without it */
        at = g_date_time_new_utc(date.year, date.month, 28, 0, 0, 0);

    g_signal_handlers_block_by_func(self->calendar, on_day_selected, self);
    gtk_calendar_select_day(self->calendar, at);
    g_signal_handlers_unblock_by_func(self->calendar, on_day_selected, self);
    self->shown = date;
}

static void
care_date_row_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_NEEDS_YEAR:
        g_value_set_boolean(value, CARE_DATE_ROW(object)->needs_year);
        break;
    case PROP_PAST:
        g_value_set_boolean(value, CARE_DATE_ROW(object)->past);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_date_row_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_NEEDS_YEAR:
        CARE_DATE_ROW(object)->needs_year = g_value_get_boolean(value);
        break;
    case PROP_PAST:
        CARE_DATE_ROW(object)->past = g_value_get_boolean(value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_date_row_finalize(GObject *object)
{
    g_free(CARE_DATE_ROW(object)->why);
    G_OBJECT_CLASS(care_date_row_parent_class)->finalize(object);
}

static void
care_date_row_class_init(CareDateRowClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->get_property = care_date_row_get_property;
    object_class->set_property = care_date_row_set_property;
    object_class->finalize = care_date_row_finalize;
    CARE_TYPED_ROW_CLASS(klass)->parse = care_date_row_parse;
    CARE_TYPED_ROW_CLASS(klass)->show = care_date_row_show;
    CARE_TYPED_ROW_CLASS(klass)->edit = care_date_row_edit;

    /** CareDateRow:needs-year: FALSE: a day that comes back may stand without its year. A form says so of a row that is
     * bound to such a field */
    properties[PROP_NEEDS_YEAR]
        = g_param_spec_boolean("needs-year", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
    /** CareDateRow:past: what has happened; with needs-year FALSE, a day of birth */
    properties[PROP_PAST]
        = g_param_spec_boolean("past", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(object_class, N_PROPS, properties);
}

static void
care_date_row_init(CareDateRow *self)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    GtkWidget *popover = gtk_popover_new();

    self->needs_year = TRUE;
    self->today = (CareDate){ g_date_time_get_year(now), g_date_time_get_month(now),
                              g_date_time_get_day_of_month(now) };

    self->calendar = GTK_CALENDAR(gtk_calendar_new());
    gtk_popover_set_child(GTK_POPOVER(popover), GTK_WIDGET(self->calendar));
    g_signal_connect_swapped(popover, "show", G_CALLBACK(on_popover_show), self);
    g_signal_connect_swapped(self->calendar, "day-selected", G_CALLBACK(on_day_selected), self);

    self->button = GTK_MENU_BUTTON(gtk_menu_button_new());
    gtk_menu_button_set_icon_name(self->button, "care-calendar-symbolic");
    gtk_menu_button_set_popover(self->button, popover);
    gtk_widget_set_tooltip_text(GTK_WIDGET(self->button), _("Pick a Day"));
    gtk_widget_set_valign(GTK_WIDGET(self->button), GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(GTK_WIDGET(self->button), "flat");
    adw_entry_row_add_suffix(ADW_ENTRY_ROW(self), GTK_WIDGET(self->button));
    gtk_widget_add_css_class(GTK_WIDGET(self), "care-date");
}

/* From the page's clock: decides which year is left out and what "24.11." means. */
void
care_date_row_set_today(CareDateRow *self, CareDate today)
{
    g_return_if_fail(CARE_IS_DATE_ROW(self));
    self->today = today;
}

/* No day makes sense that is not after this one: sentence says so to whoever types it, or picks it. */
void
care_date_row_set_after(CareDateRow *self, CareDate day, const char *sentence)
{
    g_return_if_fail(CARE_IS_DATE_ROW(self));
    self->after = day;
    g_set_str(&self->why, sentence);
}

/* FALSE when the row is empty or makes no sense. */
gboolean
care_date_row_get_date(CareDateRow *self, CareDate *date)
{
    const char *value = care_typed_row_get_value_text(CARE_TYPED_ROW(self));

    g_return_val_if_fail(CARE_IS_DATE_ROW(self), FALSE);
    return value && care_typed_row_get_valid(CARE_TYPED_ROW(self)) && care_date_parse(value, date);
}

/* A date that is not set empties the row. */
void
care_date_row_set_date(CareDateRow *self, CareDate date)
{
    g_autofree char *value = care_date_is_set(date) ? care_date_to_string(date) : NULL;

    care_typed_row_set_value_text(CARE_TYPED_ROW(self), value);
}
