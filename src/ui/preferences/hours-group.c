/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/hours-group.h"

#include <glib/gi18n-lib.h>

#include "store/setting.h"
#include "ui/kit/pause.h"
#include "ui/preferences/day-hours.h"
#include "ui/preferences/not-saved.h"
#include "ui/preferences/setting-row.h"
#include "ui/preferences/setting-typed.h"
#include "ui/preferences/setting-value.h"

/* Owned by the group. */
typedef struct {
    CareStore *store; /* the value holds it */
    CareSettingValue *value;
    AdwPreferencesGroup *group;
    CareDayHours *days[CARE_WEEK_DAYS];
    GtkWidget *window; /* weak, once it was seen */
    CarePause pause;   /* until what is typed is saved */
} Hours;

static void
hours_free(gpointer data)
{
    Hours *self = data;

    care_pause_clear(&self->pause);
    g_signal_handlers_disconnect_by_data(self->value, self);
    g_clear_weak_pointer(&self->window);
    g_object_unref(self->value);
    g_free(self);
}

/* The hours of the first day that has any, or what many shops have. */
static GArray *
usual_spans(const CareShopWeek *week)
{
    const CareOpenSpan nine_to_six = { 9 * 60, 18 * 60 };
    GArray *spans;

    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        if (week->days[i]->len > 0)
            return g_array_ref(week->days[i]);
    spans = g_array_new(FALSE, FALSE, sizeof(CareOpenSpan));
    g_array_append_val(spans, nine_to_six);
    return spans;
}

/* A text that cannot be read, which no door lets in, is said. */
static CareShopWeek *
read_value(Hours *self)
{
    g_autoptr(GError) error = NULL;
    CareShopWeek *week = care_shop_week_parse(care_setting_value_get(self->value), &error);

    adw_preferences_group_set_description(
        self->group,
        error != NULL ? error->message : _("Deadlines for complaints count opening hours only."));
    return week != NULL ? week : care_shop_week_new();
}

/* A day that is as it was keeps what is typed in it. */
static void
show(Hours *self)
{
    g_autoptr(CareShopWeek) week = read_value(self);
    g_autoptr(GArray) usual = usual_spans(week);

    for (int i = 0; i < CARE_WEEK_DAYS; i++) {
        care_day_hours_set_usual(self->days[i], usual);
        if (!care_open_spans_same(care_day_hours_spans(self->days[i]), week->days[i]))
            care_day_hours_set_spans(self->days[i], week->days[i]);
    }
}

/* What makes no sense is no hours, and what somebody typed all the same: days by their number, a line each. */
static void
keep_typed(Hours *self)
{
    g_autoptr(GString) lines = g_string_new(NULL);

    for (int i = 0; i < CARE_WEEK_DAYS; i++) {
        g_autofree char *typed = care_day_hours_typed(self->days[i]);

        if (typed != NULL)
            g_string_append_printf(lines, "%d\t%s\n", i, typed);
    }
    care_setting_typed_keep(self->store, CARE_SETTING_OPENING_HOURS, lines->len > 0 ? lines->str : NULL);
}

/* Who comes for it is led to the first of those times. A program before this one kept the hours of the week in one line, which
 * is no day's. */
static void
show_typed(Hours *self)
{
    g_autofree char *text = care_setting_typed_read(self->store, CARE_SETTING_OPENING_HOURS);
    g_auto(GStrv) lines = g_strsplit(text != NULL ? text : "", "\n", -1);
    GtkWidget *first = NULL;

    for (char **line = lines; *line != NULL; line++) {
        GtkWidget *wrong;
        int day = g_ascii_isdigit(**line) ? g_ascii_digit_value(**line) : CARE_WEEK_DAYS;

        if (day >= CARE_WEEK_DAYS || (*line)[1] != '\t')
            continue;
        wrong = care_day_hours_set_typed(self->days[day], *line + 2);
        first = first != NULL ? first : wrong;
    }
    care_setting_row_mark(first != NULL ? first : GTK_WIDGET(self->days[0]), CARE_SETTING_OPENING_HOURS);
    if (text != NULL)
        keep_typed(self);
}

/* However the same hours are written: what need not change stays as it is. */
static void
save(Hours *self)
{
    g_autoptr(CareShopWeek) stored = read_value(self);
    g_autoptr(CareShopWeek) week = care_shop_week_new();
    g_autoptr(GArray) usual = NULL;
    g_autofree char *text = NULL;

    care_pause_clear(&self->pause);
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        care_shop_week_set_day(week, i, care_day_hours_read(self->days[i]));
    usual = usual_spans(week);
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        care_day_hours_set_usual(self->days[i], usual);
    keep_typed(self);
    if (care_shop_week_same(week, stored))
        return;
    text = care_shop_week_to_string(week);
    care_setting_value_set(self->value, text);
}

static void
on_rest(gpointer data)
{
    save(data);
}

static void
on_edited(Hours *self)
{
    care_pause_begin_anew(&self->pause);
}

/* Whoever leaves is done with what they typed. */
static void
take_up(Hours *self)
{
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        if (care_day_hours_finish(self->days[i]))
            care_pause_begin_anew(&self->pause);
    care_pause_end(&self->pause);
}

static void
on_spread(Hours *self, CareDayHours *from)
{
    const GArray *spans;
    gboolean below = FALSE;

    care_day_hours_finish(from);
    spans = care_day_hours_read(from);
    if (care_day_hours_problem(from) != NULL)
        return;
    for (int i = 0; i < CARE_WEEK_DAYS; i++) {
        if (below && adw_expander_row_get_enable_expansion(ADW_EXPANDER_ROW(self->days[i])))
            care_day_hours_set_spans(self->days[i], spans);
        below = below || self->days[i] == from;
    }
    save(self);
}

/* Leaving says what was not taken. */
static void
on_closed(Hours *self)
{
    take_up(self);
    for (int i = 0; i < CARE_WEEK_DAYS; i++) {
        const char *problem = care_day_hours_problem(self->days[i]);
        g_autofree char *sentence = NULL;

        if (problem == NULL || self->window == NULL)
            continue;
        /* Translators: the title of a row and the sentence that is on it: "Monday: not saved. Needs to close after it
         * opens" */
        sentence
            = g_strdup_printf(_("%s: not saved. %s"),
                              adw_preferences_row_get_title(ADW_PREFERENCES_ROW(self->days[i])), problem);
        care_not_saved_say(self->window, sentence);
    }
}

static void
on_map(GtkWidget *group, Hours *self)
{
    GtkWidget *dialog = gtk_widget_get_ancestor(group, ADW_TYPE_DIALOG);

    g_signal_handlers_disconnect_by_func(group, on_map, self);
    g_set_weak_pointer(&self->window, GTK_WIDGET(gtk_widget_get_root(group)));
    if (dialog != NULL)
        g_signal_connect_data(dialog, "closed", G_CALLBACK(on_closed), self, NULL, G_CONNECT_SWAPPED);
}

static void
add_day(Hours *self, int day)
{
    self->days[day] = care_day_hours_new(day);
    g_signal_connect_swapped(self->days[day], "edited", G_CALLBACK(on_edited), self);
    g_signal_connect_swapped(self->days[day], "spread", G_CALLBACK(on_spread), self);
    adw_preferences_group_add(self->group, GTK_WIDGET(self->days[day]));
}

AdwPreferencesGroup *
care_hours_group_new(CareStore *store)
{
    GtkWidget *group = adw_preferences_group_new();
    Hours *self = g_new0(Hours, 1);

    self->store = store;
    self->group = ADW_PREFERENCES_GROUP(group);
    care_pause_init(&self->pause, CARE_SETTING_REST_MS, on_rest, self);
    self->value = care_setting_value_new(store, CARE_SETTING_OPENING_HOURS, _("Opening Hours"));
    adw_preferences_group_set_title(self->group, _("Opening Hours"));
    for (int i = 0; i < CARE_WEEK_DAYS; i++)
        add_day(self, i);
    g_object_set_data_full(G_OBJECT(group), "care-hours", self, hours_free);
    g_signal_connect_swapped(self->value, "changed", G_CALLBACK(show), self);
    g_signal_connect_swapped(self->value, "refused", G_CALLBACK(show), self);
    g_signal_connect(group, "map", G_CALLBACK(on_map), self);
    g_signal_connect_swapped(group, "unmap", G_CALLBACK(take_up), self);
    show(self);
    show_typed(self);
    return self->group;
}
