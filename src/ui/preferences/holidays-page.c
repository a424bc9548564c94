/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/holidays-page.h"

#include <glib/gi18n-lib.h>

#include "document/country.h"
#include "model/holiday-names.h"
#include "model/holidays.h"
#include "store/hours.h"
#include "store/setting.h"
#include "ui/kit/date-row.h"
#include "ui/kit/dialog-fit.h"
#include "ui/kit/format.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/toast.h"
#include "ui/preferences/holiday-words.h"
#include "ui/preferences/setting-value.h"

struct _CareHolidaysPage {
    AdwNavigationPage parent_instance;

    CareContext *context;
    CareSettingValue *value;
    CareSettingValue *region;
    GArray *rules; /* of CareHolidayRule, as the shop has them, or will */
    AdwPreferencesGroup *named;
    AdwPreferencesGroup *own;
    GPtrArray *rows; /* in them, but for the last */
    GtkWidget *more;
    gboolean showing;
    guint frames; /* since a day was added */
};

G_DEFINE_FINAL_TYPE(CareHolidaysPage, care_holidays_page, ADW_TYPE_NAVIGATION_PAGE)

static void show(CareHolidaysPage *self);

static GArray *
read_rules(CareStore *store)
{
    g_autoptr(CareHolidays) holidays = care_shop_holidays_read(care_store_reader(store));
    GArray *rules = g_array_new(FALSE, FALSE, sizeof(CareHolidayRule));
    guint n = 0;
    const CareHolidayRule *read = holidays != NULL ? care_holidays_rules(holidays, &n) : NULL;

    if (n > 0)
        g_array_append_vals(rules, read, n);
    return rules;
}

static CareDate
today_of(CareHolidaysPage *self)
{
    return care_clock_today(care_context_get_clock(self->context));
}

/* Its position, or -1. */
static int
find_rule(CareHolidaysPage *self, const CareHolidayRule *rule)
{
    for (guint i = 0; i < self->rules->len; i++)
        if (care_holiday_rule_same(&g_array_index(self->rules, CareHolidayRule, i), rule))
            return (int)i;
    return -1;
}

static void
save(CareHolidaysPage *self)
{
    g_autofree char *text
        = care_holidays_to_string((const CareHolidayRule *)self->rules->data, self->rules->len);

    care_setting_value_set(self->value, text);
}

/* Where the country's list has it: of two days on one weekend, the first takes the first working day after it. */
static guint
place_of(CareHolidaysPage *self, guint named)
{
    guint n;
    const CareNamedHoliday *days = care_country_holidays(care_setting_value_get(self->region), &n);

    for (guint i = named + 1; i < n; i++) {
        CareHolidayRule later;
        int at = care_holiday_rule_parse(days[i].rule, &later) ? find_rule(self, &later) : -1;

        if (at >= 0)
            return (guint)at;
    }
    return self->rules->len;
}

static void
on_checked(GtkCheckButton *check, CareHolidaysPage *self)
{
    guint named = GPOINTER_TO_UINT(g_object_get_data(G_OBJECT(check), "care-named")), n;
    const CareNamedHoliday *days = care_country_holidays(care_setting_value_get(self->region), &n);
    CareHolidayRule rule;
    int at;

    if (self->showing || named >= n || !care_holiday_rule_parse(days[named].rule, &rule))
        return;
    at = find_rule(self, &rule);
    if (gtk_check_button_get_active(check) && at < 0)
        g_array_insert_val(self->rules, place_of(self, named), rule);
    else if (!gtk_check_button_get_active(check) && at >= 0)
        g_array_remove_index(self->rules, (guint)at);
    save(self);
}

static void
add_row(CareHolidaysPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
    adw_preferences_group_add(group, row);
    g_ptr_array_add(self->rows, row);
}

static void
add_named(CareHolidaysPage *self, const CareNamedHoliday *day, guint named)
{
    CareHolidayRule rule;
    g_autofree char *when = NULL;
    GtkWidget *check = gtk_check_button_new();
    GtkWidget *row;

    care_holiday_rule_parse(day->rule, &rule);
    when = care_format_date_long(care_holiday_rule_next(&rule, today_of(self)), today_of(self));
    row = care_plain_row_new(_(day->name), when);
    gtk_check_button_set_active(GTK_CHECK_BUTTON(check), find_rule(self, &rule) >= 0);
    gtk_widget_set_valign(check, GTK_ALIGN_CENTER);
    g_object_set_data(G_OBJECT(check), "care-named", GUINT_TO_POINTER(named));
    g_signal_connect(check, "toggled", G_CALLBACK(on_checked), self);
    adw_action_row_add_prefix(ADW_ACTION_ROW(row), check);
    adw_action_row_set_activatable_widget(ADW_ACTION_ROW(row), check);
    add_row(self, self->named, row);
}

static void
on_remove(GtkButton *button, CareHolidaysPage *self)
{
    guint i = GPOINTER_TO_UINT(g_object_get_data(G_OBJECT(button), "care-rule"));

    g_array_remove_index(self->rules, i);
    save(self);
    gtk_widget_grab_focus(self->more);
    show(self);
}

static void
add_own(CareHolidaysPage *self, guint i)
{
    const CareHolidayRule *rule = &g_array_index(self->rules, CareHolidayRule, i);
    g_autofree char *title = care_holiday_title(rule);
    g_autofree char *when = care_holiday_when(rule, today_of(self));
    /* Translators: a day: "Remove 24 December" */
    g_autofree char *remove = g_strdup_printf(_("Remove %s"), title);
    GtkWidget *row = care_plain_row_new(title, when);
    GtkWidget *button = gtk_button_new_from_icon_name("user-trash-symbolic");

    gtk_widget_set_tooltip_text(button, remove);
    gtk_widget_set_valign(button, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(button, "flat");
    g_object_set_data(G_OBJECT(button), "care-rule", GUINT_TO_POINTER(i));
    g_signal_connect(button, "clicked", G_CALLBACK(on_remove), self);
    adw_action_row_add_suffix(ADW_ACTION_ROW(row), button);
    add_row(self, self->own, row);
}

static gboolean
is_named(CareHolidaysPage *self, const CareHolidayRule *rule)
{
    guint n;
    const CareNamedHoliday *days = care_country_holidays(care_setting_value_get(self->region), &n);

    for (guint i = 0; i < n; i++) {
        CareHolidayRule other;

        if (care_holiday_rule_parse(days[i].rule, &other) && care_holiday_rule_same(&other, rule))
            return TRUE;
    }
    return FALSE;
}

static void
show_named(CareHolidaysPage *self)
{
    const char *region = care_setting_value_get(self->region);
    g_autofree char *country = care_country_name(region);
    guint n;
    const CareNamedHoliday *days = care_country_holidays(region, &n);

    adw_preferences_group_set_title(self->named, country);
    gtk_widget_set_visible(GTK_WIDGET(self->named), n > 0);
    for (guint i = 0; i < n; i++)
        add_named(self, &days[i], i);
}

static void
show(CareHolidaysPage *self)
{
    self->showing = TRUE;
    for (guint i = 0; i < self->rows->len; i++) {
        GtkWidget *row = self->rows->pdata[i];
        GtkWidget *group = gtk_widget_get_ancestor(row, ADW_TYPE_PREFERENCES_GROUP);

        adw_preferences_group_remove(ADW_PREFERENCES_GROUP(group), row);
    }
    g_ptr_array_set_size(self->rows, 0);
    show_named(self);
    g_object_ref(self->more);
    adw_preferences_group_remove(self->own, self->more);
    for (guint i = 0; i < self->rules->len; i++)
        if (!is_named(self, &g_array_index(self->rules, CareHolidayRule, i)))
            add_own(self, i);
    adw_preferences_group_add(self->own, self->more);
    g_object_unref(self->more);
    self->showing = FALSE;
}

static void
reread(CareHolidaysPage *self)
{
    g_array_unref(self->rules);
    self->rules = read_rules(care_context_get_store(self->context));
    show(self);
}

/* A day with its year is one day, a day without it comes back. Whether there was one. */
static gboolean
take_day(CareHolidaysPage *self)
{
    CareHolidayRule rule = { 0 };

    if (!care_date_row_get_date(CARE_DATE_ROW(self->more), &rule.date))
        return FALSE;
    rule.kind = rule.date.year != 0 ? CARE_HOLIDAY_ONCE : CARE_HOLIDAY_FIXED;
    care_date_row_set_date(CARE_DATE_ROW(self->more), (CareDate){ 0 });
    if (find_rule(self, &rule) >= 0)
        return TRUE;
    g_array_append_val(self->rules, rule);
    save(self);
    return TRUE;
}

/* One frame later the row lies where it belongs now, and is brought on screen with the day above it. */
static gboolean
on_frame(GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
    CareHolidaysPage *self = CARE_HOLIDAYS_PAGE(data);
    GtkWidget *viewport = gtk_widget_get_ancestor(row, GTK_TYPE_VIEWPORT);

    if (self->frames++ == 0)
        return G_SOURCE_CONTINUE;
    if (viewport != NULL)
        gtk_viewport_scroll_to(GTK_VIEWPORT(viewport), row, NULL);
    return G_SOURCE_REMOVE;
}

static void
on_add(CareHolidaysPage *self)
{
    if (!care_typed_row_check(CARE_TYPED_ROW(self->more)) || !take_day(self))
        return;
    show(self);
    gtk_widget_grab_focus(self->more);
    self->frames = 0;
    gtk_widget_add_tick_callback(self->more, on_frame, self, NULL);
}

/* What was typed counts without Enter, too. */
static void
on_hiding(CareHolidaysPage *self)
{
    const char *problem = care_typed_row_get_problem(CARE_TYPED_ROW(self->more));

    if (problem != NULL)
        care_toast_show(GTK_WIDGET(self), problem);
    else
        take_day(self);
}

static GtkWidget *
more_row_new(CareHolidaysPage *self)
{
    GtkWidget *row = g_object_new(CARE_TYPE_DATE_ROW, "title", _("Another Day (With Its Year: Only Once)"),
                                  "needs-year", FALSE, NULL);
    GtkWidget *add = gtk_button_new_from_icon_name("list-add-symbolic");

    care_date_row_set_today(CARE_DATE_ROW(row), today_of(self));
    gtk_widget_set_tooltip_text(add, _("Add Day"));
    gtk_widget_set_valign(add, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class(add, "flat");
    adw_entry_row_add_suffix(ADW_ENTRY_ROW(row), add);
    g_signal_connect_swapped(row, "entry-activated", G_CALLBACK(on_add), self);
    g_signal_connect_swapped(add, "clicked", G_CALLBACK(on_add), self);
    return row;
}

static void
care_holidays_page_dispose(GObject *object)
{
    CareHolidaysPage *self = CARE_HOLIDAYS_PAGE(object);

    for (CareSettingValue **value = (CareSettingValue *[]){ self->value, self->region, NULL }; *value != NULL;
         value++)
        g_signal_handlers_disconnect_by_data(*value, self);
    g_clear_object(&self->value);
    g_clear_object(&self->region);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_holidays_page_parent_class)->dispose(object);
}

static void
care_holidays_page_finalize(GObject *object)
{
    CareHolidaysPage *self = CARE_HOLIDAYS_PAGE(object);

    g_clear_pointer(&self->rules, g_array_unref);
    g_ptr_array_unref(self->rows);
    G_OBJECT_CLASS(care_holidays_page_parent_class)->finalize(object);
}

static void
care_holidays_page_class_init(CareHolidaysPageClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_holidays_page_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_holidays_page_finalize;
}

static void
care_holidays_page_init(CareHolidaysPage *self)
{
    GtkWidget *bars = adw_toolbar_view_new();
    GtkWidget *page = adw_preferences_page_new();

    self->rows = g_ptr_array_new();
    self->named = ADW_PREFERENCES_GROUP(adw_preferences_group_new());
    self->own = ADW_PREFERENCES_GROUP(adw_preferences_group_new());
    adw_preferences_group_set_description(self->named,
                                          _("The shop is closed on the checked days, whatever its hours."));
    adw_preferences_group_set_title(self->own, _("More Days"));
    adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), self->named);
    adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), self->own);
    care_page_fill(page);
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(bars), adw_header_bar_new());
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(bars), page);
    adw_navigation_page_set_title(ADW_NAVIGATION_PAGE(self), _("Holidays"));
    adw_navigation_page_set_child(ADW_NAVIGATION_PAGE(self), bars);
}

static CareSettingValue *
follow(CareHolidaysPage *self, const char *key)
{
    CareSettingValue *value
        = care_setting_value_new(care_context_get_store(self->context), key, _("Holidays"));

    g_signal_connect_swapped(value, "changed", G_CALLBACK(reread), self);
    g_signal_connect_swapped(value, "refused", G_CALLBACK(reread), self);
    return value;
}

CareHolidaysPage *
care_holidays_page_new(CareContext *context)
{
    CareHolidaysPage *self = g_object_new(CARE_TYPE_HOLIDAYS_PAGE, NULL);

    self->context = g_object_ref(context);
    self->value = follow(self, CARE_SETTING_HOLIDAYS);
    self->region = follow(self, CARE_SETTING_REGION);
    self->rules = read_rules(care_context_get_store(context));
    self->more = more_row_new(self);
    adw_preferences_group_add(self->own, self->more);
    g_signal_connect(self, "hiding", G_CALLBACK(on_hiding), NULL);
    show(self);
    return self;
}
