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
    care_preferences_dialog_present_setting(fixture->window, fixture->context, CARE_SETTING_SHOP_NAME);
    test_settle();
    return care_setting_row_find(adw_dialog_get_child(dialog_of(fixture)), CARE_SETTING_SHOP_NAME);
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
    wait_saved(fixture);
    g_assert_nonnull(find(fixture->window, GTK_TYPE_LABEL, "Name was not saved: "));
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
        { "/settings-typed/kept-over-end", test_kept_over_end },
        { "/settings-typed/forgotten", test_forgets_typed },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
