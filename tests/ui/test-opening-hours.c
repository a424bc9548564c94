/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening hours in Preferences: what is saved, what is said, and what waits until it makes sense. */
#include "preferences-shop.h"

#include "ui/preferences/hours-group.h"
#include "ui/preferences/setting-typed.h"

static GtkWidget *
show_hours(Fixture *fixture, const char *text)
{
    set(fixture, CARE_SETTING_OPENING_HOURS, text);
    return show_widget(fixture, GTK_WIDGET(care_hours_group_new(fixture->store)));
}

/* Whatever is valid shows, and nothing is written that nobody changed. */
static void
test_hours_survive(Fixture *fixture, gconstpointer data)
{
    const char *text = "Mo,We 09:00-12:00,13:00-17:00,18:00-24:00; Tu 08:05-12:00; Sa off";
    GtkWidget *group = show_hours(fixture, text);

    assert_says(group, "Monday", "9:00–12:00, 13:00–17:00, 18:00–24:00");
    assert_says(group, "Tuesday", "8:05–12:00");
    assert_says(group, "Saturday", "Closed");
    show_widget(fixture, NULL);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, text);
}

static void
test_hours_change(Fixture *fixture, gconstpointer data)
{
    GtkWidget *group = show_hours(fixture, "Mo-Fr 09:00-18:00; Sa 09:00-13:00");

    type_time(group, "Tuesday", 1, "5.30 pm");
    wait_saved(fixture);
    assert_says(group, "Tuesday", "9:00–17:30");
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS,
                   "Mo 09:00-18:00; Tu 09:00-17:30; We-Fr 09:00-18:00; Sa 09:00-13:00");
    press_row(day_of(group, "Tuesday"), "Open Again");
    type_time(group, "Tuesday", 2, "19");
    type_time(group, "Tuesday", 3, "2100");
    press_row(day_of(group, "Tuesday"), "Same on");
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo 09:00-18:00; Tu-Sa 09:00-17:30,19:00-21:00");
    assert_says(group, "Sunday", "Closed");
}

/* A shop may be closed on all days; a day that opens again has the hours it had. */
static void
test_hours_closed(Fixture *fixture, gconstpointer data)
{
    GtkWidget *group = show_hours(fixture, "Mo 10:00-12:00");
    AdwExpanderRow *monday = ADW_EXPANDER_ROW(day_of(group, "Monday"));

    adw_expander_row_set_enable_expansion(monday, FALSE);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo-Su off");
    adw_expander_row_set_enable_expansion(monday, TRUE);
    adw_expander_row_set_enable_expansion(ADW_EXPANDER_ROW(day_of(group, "Sunday")), TRUE);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo 10:00-12:00; Su 09:00-18:00");
}

/* What makes no sense is said and not saved; the other days are. */
static void
test_hours_wrong(Fixture *fixture, gconstpointer data)
{
    GtkWidget *group = show_hours(fixture, "Mo-Tu 09:00-18:00");

    type_time(group, "Monday", 1, "8");
    type_time(group, "Tuesday", 0, "10");
    wait_saved(fixture);
    assert_says(group, "Monday", "Needs to close after it opens");
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo 09:00-18:00; Tu 10:00-18:00");
    type_time(group, "Monday", 1, "later");
    wait_saved(fixture);
    g_assert_true(g_str_has_prefix(adw_expander_row_get_subtitle(ADW_EXPANDER_ROW(day_of(group, "Monday"))),
                                   "Needs a time"));
    set(fixture, CARE_SETTING_OPENING_HOURS, "Mo 09:00-18:00; Tu 11:00-18:00");
    assert_says(group, "Tuesday", "11:00–18:00");
    type_time(group, "Monday", 1, "20");
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo 09:00-20:00; Tu 11:00-18:00");
}

static const char *
time_text(GtkWidget *group, const char *day, int n)
{
    return gtk_editable_get_text(GTK_EDITABLE(time_of(day_of(group, day), &n)));
}

/* Whoever leaves in the middle of it finds it again, with what is wrong, until it makes sense. */
static void
test_hours_kept(Fixture *fixture, gconstpointer data)
{
    GtkWidget *group = show_hours(fixture, "Mo-Tu 09:00-18:00");
    g_autofree char *typed = NULL;
    g_autofree char *left = NULL;

    type_time(group, "Tuesday", 1, "17:3");
    show_widget(fixture, NULL);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo-Tu 09:00-18:00");
    typed = care_setting_typed_read(fixture->store, CARE_SETTING_OPENING_HOURS);
    g_assert_nonnull(typed);
    group = show_widget(fixture, GTK_WIDGET(care_hours_group_new(fixture->store)));
    g_assert_cmpstr(time_text(group, "Tuesday", 0), ==, "9:00");
    g_assert_cmpstr(time_text(group, "Tuesday", 1), ==, "17:3");
    g_assert_true(g_str_has_prefix(adw_expander_row_get_subtitle(ADW_EXPANDER_ROW(day_of(group, "Tuesday"))),
                                   "Needs a time"));
    type_time(group, "Tuesday", 1, "17:30");
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo 09:00-18:00; Tu 09:00-17:30");
    left = care_setting_typed_read(fixture->store, CARE_SETTING_OPENING_HOURS);
    g_assert_null(left);
}

static GtkWidget *
put_cursor(GtkWidget *group, const char *day, int n)
{
    GtkWidget *row = time_of(day_of(group, day), &n);

    adw_expander_row_set_expanded(ADW_EXPANDER_ROW(day_of(group, day)), TRUE);
    for (int i = 0; i < 1000 && !gtk_widget_get_mapped(row); i++) {
        test_settle();
        g_usleep(2000);
    }
    test_settle();
    g_assert_true(gtk_widget_grab_focus(row));
    return row;
}

static void
leave(GtkWidget *widget)
{
    g_autoptr(GListModel) controllers = gtk_widget_observe_controllers(widget);

    for (guint i = 0; i < g_list_model_get_n_items(controllers); i++) {
        g_autoptr(GtkEventController) one = g_list_model_get_item(controllers, i);

        if (GTK_IS_EVENT_CONTROLLER_FOCUS(one))
            g_signal_emit_by_name(one, "leave");
    }
}

/* Another window comes to the front: the cursor stays where it is in this one. */
static void
look_elsewhere(GtkWidget *row)
{
    leave(GTK_WIDGET(gtk_editable_get_delegate(GTK_EDITABLE(row))));
    leave(row);
}

/* While the cursor is there, "1" may become "10:30": it is no hour yet, nor after a crash; who goes on meant one o'clock. */
static void
test_hours_begun(Fixture *fixture, gconstpointer data)
{
    GtkWidget *group = show_hours(fixture, "Mo-Tu 09:00-18:00");
    g_autofree char *typed = NULL;
    g_autofree char *left = NULL;
    GtkWidget *from = put_cursor(group, "Tuesday", 0);

    type_time(group, "Tuesday", 0, "1");
    look_elsewhere(from);
    type_time(group, "Monday", 1, "17:00");
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo 09:00-17:00; Tu 09:00-18:00");
    typed = care_setting_typed_read(fixture->store, CARE_SETTING_OPENING_HOURS);
    g_assert_cmpstr(typed, ==, "1\t1\t18:00\n");
    group = show_widget(fixture, GTK_WIDGET(care_hours_group_new(fixture->store)));
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo 09:00-17:00; Tu 01:00-18:00");
    wait_saved(fixture);
    care_setting_typed_keep(fixture->store, CARE_SETTING_OPENING_HOURS, typed);
    set(fixture, CARE_SETTING_OPENING_HOURS, "Mo-Tu 09:00-18:00");
    group = show_widget(fixture, GTK_WIDGET(care_hours_group_new(fixture->store)));
    g_assert_cmpstr(time_text(group, "Tuesday", 0), ==, "1");
    g_assert_true(g_str_has_prefix(adw_expander_row_get_subtitle(ADW_EXPANDER_ROW(day_of(group, "Tuesday"))),
                                   "Needs a time"));
    type_time(group, "Monday", 1, "16:00");
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo 09:00-16:00; Tu 09:00-18:00");
    put_cursor(group, "Tuesday", 0);
    type_time(group, "Tuesday", 0, "10");
    put_cursor(group, "Tuesday", 1);
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_OPENING_HOURS, "Mo 09:00-16:00; Tu 10:00-18:00");
    left = care_setting_typed_read(fixture->store, CARE_SETTING_OPENING_HOURS);
    g_assert_null(left);
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/preferences/hours/survive", test_hours_survive },
        { "/preferences/hours/change", test_hours_change },
        { "/preferences/hours/closed", test_hours_closed },
        { "/preferences/hours/wrong", test_hours_wrong },
        { "/preferences/hours/kept", test_hours_kept },
        { "/preferences/hours/begun", test_hours_begun },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
