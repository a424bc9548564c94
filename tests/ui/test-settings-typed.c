/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed in Preferences and is not saved: told, kept, and tried again. */
#include "preferences-shop.h"

#include "store/draft.h"
#include "ui/preferences/preferences-dialog.h"
#include "ui/preferences/setting-row.h"
#include "ui/preferences/setting-typed.h"

/* However long the dialog takes to go. */
static void
wait_for_name(Fixture *fixture, const char *value)
{
    for (gint64 end = g_get_monotonic_time() + 10 * G_USEC_PER_SEC; g_get_monotonic_time() < end;) {
        g_autofree char *stored = care_store_setting(fixture->store, CARE_SETTING_SHOP_NAME);

        if (g_strcmp0(stored, value) == 0)
            break;
        g_main_context_iteration(NULL, FALSE);
    }
    wait_saved(fixture);
    assert_setting(fixture, CARE_SETTING_SHOP_NAME, value);
}

static GtkWidget *
open_name(Fixture *fixture)
{
    GtkWidget *row;

    care_preferences_dialog_present_setting(fixture->window, fixture->context, CARE_SETTING_SHOP_NAME);
    test_settle();
    row = care_setting_row_find(adw_dialog_get_child(dialog_of(fixture)), CARE_SETTING_SHOP_NAME);
    while (!gtk_widget_get_mapped(row)) /* what was never shown is not left */
        g_main_context_iteration(NULL, TRUE);
    return row;
}

static gboolean
set_closure(CareTransaction *transaction, gpointer value, GError **error)
{
    return care_transaction_set_setting(transaction, CARE_SETTING_SHOP_NAME, value, error);
}

static void
set_elsewhere(Fixture *fixture, const char *name)
{
    g_autoptr(GError) error = NULL;

    care_store_write(fixture->store, set_closure, (gpointer)name, &error);
    g_assert_no_error(error);
    test_settle();
}

static void
wait_for_label(Fixture *fixture, const char *text)
{
    while (!find(fixture->window, GTK_TYPE_LABEL, text))
        g_main_context_iteration(NULL, TRUE);
}

static void
close_preferences(Fixture *fixture)
{
    adw_dialog_force_close(dialog_of(fixture));
    wait_until_closed(fixture);
}

/* Whoever left the dialog is told what was not saved, and finds their words there again, at once and however long the
 * other program holds the shop: what they are kept as waits for it, too. */
static void
test_closed_while_held(Fixture *fixture, gconstpointer data)
{
    sqlite3 *other = hold(fixture);
    GtkWidget *name;
    g_autofree char *waits = NULL;
    g_autofree char *kept = NULL;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    gtk_editable_set_text(GTK_EDITABLE(open_name(fixture)), "Wheels of Fortune");
    close_preferences(fixture);
    name = open_name(fixture);
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(name)), ==, "Wheels of Fortune");
    wait_for_label(fixture, "Name was not saved: ");
    waits = care_setting_typed_read(fixture->store, CARE_SETTING_SHOP_NAME);
    g_assert_cmpstr(waits, ==, "Wheels of Fortune");
    g_assert_true(gtk_widget_has_css_class(name, "error"));
    sqlite3_close(other);
    close_preferences(fixture);
    wait_for_name(fixture, "Wheels of Fortune");
    kept = care_draft_read(fixture->store, CARE_SETTING_DRAFT CARE_SETTING_SHOP_NAME);
    g_assert_null(kept);
    g_assert_false(gtk_widget_has_css_class(open_name(fixture), "error"));
    close_preferences(fixture);
}

/* Another window sets what is being written here: no word of it goes, and it is said. */
static void
test_set_meanwhile(Fixture *fixture, gconstpointer data)
{
    GtkWidget *name;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    name = open_name(fixture);
    gtk_widget_grab_focus(name);
    test_settle();
    gtk_editable_set_text(GTK_EDITABLE(name), "Wheels of Fortune");
    wait_for_name(fixture, "Wheels of Fortune");
    set_elsewhere(fixture, "Spokes");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(name)), ==, "Wheels of Fortune");
    g_assert_true(gtk_widget_has_css_class(name, "error"));
    g_assert_nonnull(strstr(adw_preferences_row_get_title(ADW_PREFERENCES_ROW(name)), "Spokes"));
    close_preferences(fixture);
    wait_for_name(fixture, "Wheels of Fortune");
    set_elsewhere(fixture, "Spokes");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(open_name(fixture))), ==, "Spokes");
    close_preferences(fixture);
}

/* The same of what could not be saved, wherever the cursor is by then. */
static void
test_set_after_refused(Fixture *fixture, gconstpointer data)
{
    sqlite3 *other = hold(fixture);
    GtkWidget *name;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    name = open_name(fixture);
    gtk_editable_set_text(GTK_EDITABLE(name), "Wheels of Fortune");
    while (!gtk_widget_has_css_class(name, "error"))
        g_main_context_iteration(NULL, TRUE);
    sqlite3_close(other);
    gtk_window_set_focus(GTK_WINDOW(fixture->window), NULL);
    set_elsewhere(fixture, "Spokes");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(name)), ==, "Wheels of Fortune");
    g_assert_nonnull(strstr(adw_preferences_row_get_title(ADW_PREFERENCES_ROW(name)), "Spokes"));
    close_preferences(fixture);
    wait_for_name(fixture, "Wheels of Fortune");
}

/* The same where the program ends before anybody looks. */
static void
test_kept_over_end(Fixture *fixture, gconstpointer data)
{
    GtkWidget *name;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    care_draft_write(fixture->store, CARE_SETTING_DRAFT CARE_SETTING_SHOP_NAME, "Wheels of Fortune");
    wait_saved(fixture);
    name = open_name(fixture);
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(name)), ==, "Wheels of Fortune");
    g_assert_true(gtk_widget_has_css_class(name, "error"));
    close_preferences(fixture);
    wait_for_name(fixture, "Wheels of Fortune");
}

/* What was typed of a setting that is chosen now is not offered for ever. */
static void
test_forgets_typed(Fixture *fixture, gconstpointer data)
{
    g_autofree char *hours = NULL;
    g_autofree char *iban = NULL;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    care_draft_write(fixture->store, CARE_SETTING_DRAFT CARE_SETTING_OPENING_HOURS, "whenever");
    care_draft_write(fixture->store, CARE_SETTING_DRAFT CARE_SETTING_SHOP_IBAN, "DE00");
    wait_saved(fixture);
    care_preferences_dialog_present_setting(fixture->window, fixture->context, CARE_SETTING_OPENING_HOURS);
    wait_saved(fixture);
    hours = care_draft_read(fixture->store, CARE_SETTING_DRAFT CARE_SETTING_OPENING_HOURS);
    iban = care_draft_read(fixture->store, CARE_SETTING_DRAFT CARE_SETTING_SHOP_IBAN);
    g_assert_null(hours);
    g_assert_cmpstr(iban, ==, "DE00");
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/settings-typed/closed-while-held", test_closed_while_held },
        { "/settings-typed/set-meanwhile", test_set_meanwhile },
        { "/settings-typed/set-after-refused", test_set_after_refused },
        { "/settings-typed/kept-over-end", test_kept_over_end },
        { "/settings-typed/forgotten", test_forgets_typed },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
