/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-shop.h"

#include "store/hours.h"
#include "store/draft-queue.h"
#include "ui/kit/dialog-fit.h"
#include "ui/preferences/currency-row.h"
#include "ui/preferences/holidays-page.h"
#include "ui/preferences/hours-group.h"
#include "ui/preferences/preferences-dialog.h"
#include "ui/preferences/setting-choice.h"
#include "ui/preferences/setting-row.h"

static GtkWidget *
show_row(Fixture *fixture, GtkWidget *row)
{
    GtkWidget *list = gtk_list_box_new();

    gtk_list_box_append(GTK_LIST_BOX(list), row);
    show_widget(fixture, list);
    return row;
}

static GtkWidget *
show_holidays(Fixture *fixture)
{
    return show_widget(fixture, GTK_WIDGET(care_holidays_page_new(fixture->context)));
}

static GtkCheckButton *
check_of(GtkWidget *page, const char *name)
{
    AdwActionRow *row = ADW_ACTION_ROW(find(page, ADW_TYPE_ACTION_ROW, name));

    return GTK_CHECK_BUTTON(adw_action_row_get_activatable_widget(row));
}

#define WITHOUT_UNITY "01-01 easter-2 easter+1 05-01 easter+39 easter+50 12-25 12-26"
#define GERMAN "01-01 easter-2 easter+1 05-01 easter+39 easter+50 10-03 12-25 12-26"

static void
test_holidays_checked(Fixture *fixture, gconstpointer data)
{
    GtkWidget *page = show_holidays(fixture);

    g_assert_true(gtk_check_button_get_active(check_of(page, "Day of German Unity")));
    g_assert_false(gtk_check_button_get_active(check_of(page, "Corpus Christi")));
    gtk_check_button_set_active(check_of(page, "Day of German Unity"), FALSE);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_HOLIDAYS, WITHOUT_UNITY);
    gtk_check_button_set_active(check_of(page, "Day of German Unity"), TRUE);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_HOLIDAYS, GERMAN);
}

/* Open on every holiday is not the same as nothing chosen, which means those of the country. */
static void
test_holidays_none(Fixture *fixture, gconstpointer data)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    g_autoptr(CareShopHours) hours = NULL;
    GtkWidget *page;

    set(fixture, CARE_SETTING_HOLIDAYS, "12-25");
    page = show_holidays(fixture);
    gtk_check_button_set_active(check_of(page, "Christmas Day"), FALSE);
    wait_saved(fixture);
    hours = care_shop_hours_read(care_store_reader(fixture->store), zone);
    g_assert_true(care_shop_hours_is_open_day(hours, (CareDate){ 2026, 12, 25 }));
    g_assert_false(gtk_check_button_get_active(check_of(page, "Christmas Day")));
}

/* What the country does not know is one of the shop's own days, in words, and stays where it is. */
static void
test_holidays_own(Fixture *fixture, gconstpointer data)
{
    static const char own[] = "12-25 easter-46 4th-11 2026-12-28 01-01 2026-01-02 12-24+";
    GtkWidget *page;
    GtkWidget *day;

    set(fixture, CARE_SETTING_HOLIDAYS, own);
    page = show_holidays(fixture);
    g_assert_nonnull(find(page, ADW_TYPE_ACTION_ROW, "46 days before Easter Sunday"));
    g_assert_nonnull(find(page, ADW_TYPE_ACTION_ROW, "Fourth Thursday in November"));
    g_assert_nonnull(find(page, ADW_TYPE_ACTION_ROW, "28 December 2026"));
    day = find(page, ADW_TYPE_ENTRY_ROW, "Another Day");
    gtk_editable_set_text(GTK_EDITABLE(day), "31.12.");
    g_signal_emit_by_name(day, "entry-activated");
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_HOLIDAYS,
                   "12-25 easter-46 4th-11 2026-12-28 01-01 2026-01-02 12-24+ 12-31");
    gtk_check_button_set_active(check_of(page, "Christmas Day"), FALSE);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_HOLIDAYS,
                   "easter-46 4th-11 2026-12-28 01-01 2026-01-02 12-24+ 12-31");
}

/* Another country has other days, and they show. */
static void
test_holidays_country(Fixture *fixture, gconstpointer data)
{
    GtkWidget *page = show_holidays(fixture);

    g_assert_null(find(page, ADW_TYPE_ACTION_ROW, "Boxing Day"));
    set(fixture, CARE_SETTING_REGION, "GB");
    g_assert_nonnull(find(page, ADW_TYPE_ACTION_ROW, "Boxing Day"));
}

static const char *
chosen_title(GtkWidget *row)
{
    GtkStringObject *item = adw_combo_row_get_selected_item(ADW_COMBO_ROW(row));

    return item != NULL ? gtk_string_object_get_string(item) : NULL;
}

static void
test_currency(Fixture *fixture, gconstpointer data)
{
    CareInstant now = care_clock_now(care_context_get_clock(fixture->context));
    GtkWidget *row = show_row(fixture, care_currency_row_new(fixture->store, now));

    g_assert_cmpstr(adw_action_row_get_subtitle(ADW_ACTION_ROW(row)), ==, "Euro (EUR)");
    adw_combo_row_set_selected(ADW_COMBO_ROW(row), 2);
    wait_saved(fixture);
    g_assert_cmpstr(adw_action_row_get_subtitle(ADW_ACTION_ROW(row)), ==, "Swiss Franc (CHF)");
    assert_setting(fixture, CARE_SETTING_CURRENCY, "CHF");
    set(fixture, CARE_SETTING_CURRENCY, "HRK"); /* which nobody pays with any more */
    row = show_row(fixture, care_currency_row_new(fixture->store, now));
    g_assert_cmpstr(adw_action_row_get_subtitle(ADW_ACTION_ROW(row)), ==, "Croatian Kuna (HRK)");
}

/* A value that is none of the choices is not shown as the first of them. */
static void
test_choice_unknown(Fixture *fixture, gconstpointer data)
{
    static const char *const words[] = { "a4", "letter", NULL };
    GtkWidget *row;

    set(fixture, CARE_SETTING_PAPER_SIZE, "a5");
    row = show_row(
        fixture, care_setting_choice_row_new(fixture->store, CARE_SETTING_PAPER_SIZE, "Paper", words, words));
    g_assert_cmpstr(chosen_title(row), ==, "a5");
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_PAPER_SIZE, "a5");
}

static char *
days(guint n)
{
    return g_strdup_printf("%u days", n);
}

static void
test_number(Fixture *fixture, gconstpointer data)
{
    GtkWidget *row = show_row(
        fixture, care_setting_number_row_new(fixture->store, CARE_SETTING_TERMS_DAYS, "Time to Pay", days));

    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "14 days");
    gtk_editable_set_text(GTK_EDITABLE(row), "30 days");
    adw_spin_row_update(ADW_SPIN_ROW(row));
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_TERMS_DAYS, "30");
    set(fixture, CARE_SETTING_TERMS_DAYS, "7");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "7 days");
    gtk_editable_set_text(GTK_EDITABLE(row), "10");
    show_widget(fixture, NULL);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_TERMS_DAYS, "10");
}

static void
test_prices(Fixture *fixture, gconstpointer data)
{
    GtkWidget *row = show_row(fixture, care_setting_switch_row_new(fixture->store, CARE_SETTING_PRICES,
                                                                   "Prices Include VAT", "", "gross", "net"));

    g_assert_true(adw_switch_row_get_active(ADW_SWITCH_ROW(row)));
    adw_switch_row_set_active(ADW_SWITCH_ROW(row), FALSE);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_PRICES, "net");
}

/* What was not saved does not look as if it were: a switch goes back, and words are marked and tried again. */
static void
test_refused(Fixture *fixture, gconstpointer data)
{
    sqlite3 *other = hold(fixture);
    GtkWidget *list = gtk_list_box_new();
    GtkWidget *name = care_setting_entry_row_new(fixture->store, CARE_SETTING_SHOP_NAME, "Name");
    GtkWidget *code
        = care_setting_switch_row_new(fixture->store, CARE_SETTING_SMALL_BUSINESS, "Code", "", "true", NULL);
    GtkWidget *terms = care_setting_number_row_new(fixture->store, CARE_SETTING_TERMS_DAYS, "Terms", days);
    AdwPreferencesGroup *hours = care_hours_group_new(fixture->store);
    gboolean was = adw_switch_row_get_active(ADW_SWITCH_ROW(code));
    g_autofree char *saved = NULL;

    show_widget(fixture, list);
    gtk_list_box_append(GTK_LIST_BOX(list), name);
    gtk_list_box_append(GTK_LIST_BOX(list), code);
    gtk_list_box_append(GTK_LIST_BOX(list), terms);
    gtk_list_box_append(GTK_LIST_BOX(list), GTK_WIDGET(hours));
    gtk_editable_set_text(GTK_EDITABLE(name), "Wheels");
    g_signal_emit_by_name(name, "entry-activated");
    adw_switch_row_set_active(ADW_SWITCH_ROW(code), !was);
    adw_spin_row_set_value(ADW_SPIN_ROW(terms), 30);
    type_time(GTK_WIDGET(hours), "Monday", 1, "17");
    while (!care_drafts_refusal(fixture->store))
        g_main_context_iteration(NULL, TRUE);
    sqlite3_close(other);
    g_assert_cmpfloat(adw_spin_row_get_value(ADW_SPIN_ROW(terms)), ==, 14);
    assert_says(GTK_WIDGET(hours), "Monday", "9:00–18:00");
    g_assert_cmpint(adw_switch_row_get_active(ADW_SWITCH_ROW(code)), ==, was);
    g_assert_true(gtk_widget_has_css_class(name, "error"));
    g_signal_emit_by_name(name, "entry-activated");
    while (care_under_way_any(fixture->store))
        g_main_context_iteration(NULL, TRUE);
    saved = care_store_setting(fixture->store, CARE_SETTING_SHOP_NAME);
    g_assert_cmpstr(saved, ==, "Wheels");
    g_assert_false(gtk_widget_has_css_class(name, "error"));
}

static int
margin_in(Fixture *fixture, int width)
{
    AdwDialog *dialog = adw_dialog_new();
    GtkWidget *page = adw_preferences_page_new();
    GtkWidget *group = adw_preferences_group_new();
    GtkWidget *row = adw_action_row_new();
    graphene_rect_t bounds;

    adw_preferences_group_add(ADW_PREFERENCES_GROUP(group), row);
    adw_preferences_page_add(ADW_PREFERENCES_PAGE(page), ADW_PREFERENCES_GROUP(group));
    adw_dialog_set_child(dialog, page);
    adw_dialog_set_content_width(dialog, width);
    care_dialog_fill(dialog);
    adw_dialog_present(dialog, fixture->window);
    while (gtk_widget_get_width(row) == 0)
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(gtk_widget_compute_bounds(row, page, &bounds));
    adw_dialog_force_close(dialog);
    test_settle();
    return (int)graphene_rect_get_x(&bounds);
}

/* Whatever the width of a dialog, its rows begin as far from its edge. */
static void
test_one_margin(Fixture *fixture, gconstpointer data)
{
    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 900, 700);
    test_settle();
    for (int width = 420; width <= 680; width += 65)
        g_assert_cmpint(margin_in(fixture, width), ==, 12);
}

/* A setting that is asked for by its key is on the page that shows, whichever it is. */
static void
test_page_of_setting(Fixture *fixture, gconstpointer data)
{
    static const char *const pages[][2] = { { CARE_SETTING_SHOP_IBAN, "shop" },
                                            { CARE_SETTING_OPENING_HOURS, "rules" },
                                            { CARE_SETTING_HOLIDAYS, "rules" },
                                            { CARE_SETTING_CURRENCY, "rules" } };

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
        AdwPreferencesDialog *dialog;

        care_preferences_dialog_present_setting(fixture->window, fixture->context, pages[i][0]);
        dialog = ADW_PREFERENCES_DIALOG(dialog_of(fixture));
        g_assert_cmpstr(adw_preferences_dialog_get_visible_page_name(dialog), ==, pages[i][1]);
        adw_dialog_force_close(ADW_DIALOG(dialog));
        test_settle();
    }
}

/* The rate of a town, as it is written there and elsewhere. */
static void
test_rate_of_three_decimals(Fixture *fixture, gconstpointer data)
{
    static const char *const typed[][2]
        = { { "8.875", "8.875" }, { "9,975", "9.975" }, { "6.625 %", "6.625" } };
    GtkWidget *row
        = GTK_WIDGET(care_setting_entry_row_new(fixture->store, CARE_SETTING_TAX_RATE, "Usual Tax Rate"));

    show_widget(fixture, row);
    for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
        gtk_editable_set_text(GTK_EDITABLE(row), typed[i][0]);
        wait_saved(fixture);
        assert_setting(fixture, CARE_SETTING_TAX_RATE, typed[i][1]);
    }
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/preferences/rate/three-decimals", test_rate_of_three_decimals },
        { "/preferences/holidays/checked", test_holidays_checked },
        { "/preferences/holidays/none", test_holidays_none },
        { "/preferences/holidays/own", test_holidays_own },
        { "/preferences/holidays/country", test_holidays_country },
        { "/preferences/currency", test_currency },
        { "/preferences/choice-unknown", test_choice_unknown },
        { "/preferences/number", test_number },
        { "/preferences/prices", test_prices },
        { "/preferences/refused", test_refused },
        { "/preferences/one-margin", test_one_margin },
        { "/preferences/page-of-setting", test_page_of_setting },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
