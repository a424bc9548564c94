/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cursor is, what Enter does, and what stands there to be read, in dialogs and toasts. */
#include "dialog-shop.h"

#include "core/errors.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "ui/compose/compose-ask.h"
#include "ui/compose/compose-way.h"
#include "ui/kit/busy.h"
#include "ui/kit/date-row.h"
#include "ui/kit/question.h"

static void
wait_ms(int ms)
{
    for (gint64 end = g_get_monotonic_time() + ms * 1000; g_get_monotonic_time() < end;)
        g_main_context_iteration(NULL, FALSE);
}

static const char *
subtitle_of(GtkWidget *way)
{
    return adw_action_row_get_subtitle(ADW_ACTION_ROW(find(way, ADW_TYPE_COMBO_ROW, "To")));
}

/* Where it goes stands there, be it one or the first of several. */
static void
test_address(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(GtkWidget) way = g_object_ref_sink(g_object_new(CARE_TYPE_COMPOSE_WAY, NULL));

    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                         "030 1");
    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                         "0171 2");
    care_compose_way_set_channel(CARE_COMPOSE_WAY(way), "sms");
    care_compose_way_set_customer(CARE_COMPOSE_WAY(way), customer);
    g_assert_cmpstr(subtitle_of(way), ==, "030 1");
    adw_combo_row_set_selected(ADW_COMBO_ROW(find(way, ADW_TYPE_COMBO_ROW, "To")), 1);
    g_assert_cmpstr(subtitle_of(way), ==, "0171 2");
    care_compose_way_set_channel(CARE_COMPOSE_WAY(way), "email");
    g_assert_cmpstr(subtitle_of(way), ==, "There is no e-mail address yet.");
    care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_EMAILS), CARE_CUSTOMER_EMAIL_ADDRESS,
                         "bea@example.org");
    care_compose_way_set_customer(CARE_COMPOSE_WAY(way), customer);
    g_assert_cmpstr(subtitle_of(way), ==, "bea@example.org");
}

/* What it began came to nothing: the cursor is on the button again, to try once more. */
static void
test_busy(Fixture *fixture, gconstpointer data)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *other = gtk_button_new_with_label("Cancel");
    GtkWidget *button = gtk_button_new_with_label("Send");

    gtk_box_append(GTK_BOX(box), other);
    gtk_box_append(GTK_BOX(box), button);
    adw_toast_overlay_set_child(ADW_TOAST_OVERLAY(adw_window_get_content(ADW_WINDOW(fixture->window))), box);
    gtk_widget_grab_focus(button);
    care_busy_begin(button);
    wait_ms(100);
    g_assert_false(gtk_widget_is_sensitive(button));
    care_busy_end(button);
    g_assert_true(gtk_window_get_focus(GTK_WINDOW(fixture->window)) == button);
    care_busy_begin(button);
    gtk_widget_grab_focus(other); /* somebody goes elsewhere meanwhile */
    care_busy_end(button);
    g_assert_true(gtk_window_get_focus(GTK_WINDOW(fixture->window)) == other);
    gtk_widget_set_sensitive(button, FALSE); /* for a reason of its own */
    care_busy_end(button);
    g_assert_false(gtk_widget_is_sensitive(button));
}

/* What it began came to an end, and the last row of the group with it: the cursor is on what is left around it. */
static void
test_busy_gone(Fixture *fixture, gconstpointer data)
{
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *group = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *button = gtk_button_new_with_label("Take Back");
    GtkWidget *other = gtk_button_new_with_label("Close");

    gtk_box_append(GTK_BOX(group), button);
    gtk_box_append(GTK_BOX(box), group);
    gtk_box_append(GTK_BOX(box), other);
    adw_toast_overlay_set_child(ADW_TOAST_OVERLAY(adw_window_get_content(ADW_WINDOW(fixture->window))), box);
    gtk_widget_grab_focus(button);
    care_busy_begin(group);
    gtk_box_remove(GTK_BOX(group), button);
    care_busy_end(group);
    g_assert_true(gtk_window_get_focus(GTK_WINDOW(fixture->window)) == other);
}

static void
on_response(AdwAlertDialog *dialog, const char *response, gpointer answered)
{
    *(gboolean *)answered = g_str_equal(response, CARE_QUESTION_YES);
}

/* The cursor stands in the day; Enter answers, or says why the day is none. */
static void
test_day(Fixture *fixture, gconstpointer data)
{
    AdwAlertDialog *dialog = care_question_new("Later", NULL, "_Put Off");
    GtkWidget *row = g_object_new(CARE_TYPE_DATE_ROW, "title", "Day", NULL);
    gboolean answered = FALSE;

    care_date_row_set_today(CARE_DATE_ROW(row), (CareDate){ 2026, 11, 24 });
    care_date_row_set_after(CARE_DATE_ROW(row), (CareDate){ 2026, 11, 24 }, "From tomorrow on.");
    care_question_set_row(dialog, row);
    g_signal_connect(dialog, "response", G_CALLBACK(on_response), &answered);
    adw_dialog_present(ADW_DIALOG(dialog), fixture->window);
    wait_ms(300);
    g_assert_true(gtk_widget_is_ancestor(gtk_window_get_focus(GTK_WINDOW(fixture->window)), row));
    g_assert_true(adw_entry_row_get_activates_default(ADW_ENTRY_ROW(row)));
    gtk_editable_set_text(GTK_EDITABLE(row), "2026-11-24");
    g_signal_emit_by_name(row, "entry-activated");
    g_assert_cmpstr(care_typed_row_get_problem(CARE_TYPED_ROW(row)), ==, "From tomorrow on.");
    g_assert_true(gtk_widget_has_css_class(row, "error"));
    gtk_editable_set_text(GTK_EDITABLE(row), "12,30"); /* another fault, of which that does not hold */
    g_assert_false(gtk_widget_has_css_class(row, "error"));
    gtk_editable_set_text(GTK_EDITABLE(row), "2026-11-25");
    g_assert_true(care_typed_row_get_valid(CARE_TYPED_ROW(row)));
    adw_dialog_close(ADW_DIALOG(dialog));
    wait_until_closed(fixture);
    g_assert_false(answered);
}

static void
go_on(gpointer owner)
{
}

/* Warnings are fatal here: GTK warns of a heading that is measured narrower than its one line. */
static void
test_long_name(Fixture *fixture, gconstpointer data)
{
    gtk_window_set_default_size(GTK_WINDOW(fixture->window), 1280, 860);
    wait_ms(300);
    care_compose_ask_channel(fixture->window, "Ruth Baumann-Oberhofer", "phone", "sms", go_on,
                             G_OBJECT(fixture->window));
    wait_ms(500);
    adw_dialog_close(dialog_of(fixture));
    wait_until_closed(fixture);
}

static gboolean
is_shown(GtkWidget *root, const char *text)
{
    if (GTK_IS_LABEL(root) && gtk_widget_get_mapped(root)
        && g_str_equal(gtk_label_get_text(GTK_LABEL(root)), text))
        return TRUE;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c))
        if (is_shown(c, text))
            return TRUE;
    return FALSE;
}

/* By its own button. */
static gboolean
close_toast(GtkWidget *root)
{
    if (GTK_IS_BUTTON(root) && gtk_widget_get_mapped(root)
        && g_strcmp0(gtk_button_get_icon_name(GTK_BUTTON(root)), "window-close-symbolic") == 0) {
        g_signal_emit_by_name(root, "clicked");
        return TRUE;
    }
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c))
        if (close_toast(c))
            return TRUE;
    return FALSE;
}

/* An error stays until it was read, but not over what was done since, which it would deny. */
static void
test_error_is_over(Fixture *fixture, gconstpointer data)
{
    g_autoptr(GError) error = g_error_new_literal(CARE_ERROR, CARE_ERROR_CONFLICT, "Nothing was issued.");

    care_toast_error(fixture->window, error);
    wait_ms(6500);
    g_assert_true(is_shown(fixture->window, "Nothing was issued."));
    care_toast_final(fixture->window, "Issued", &(CareToastRefusal){ .sentence = "No" });
    wait_ms(600);
    g_assert_true(is_shown(fixture->window, "Issued"));
    g_assert_true(close_toast(fixture->window));
    wait_ms(600);
    g_assert_false(is_shown(fixture->window, "Issued"));
    g_assert_false(is_shown(fixture->window, "Nothing was issued."));
}

/* What is said over Preferences in the moment in which they close is said over the window again; what was read is not. */
static void
test_error_over_preferences(Fixture *fixture, gconstpointer data)
{
    g_autoptr(GError) error = g_error_new_literal(CARE_ERROR, CARE_ERROR_CONFLICT, "Name was not saved.");

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    for (int read = 0; read < 2; read++) {
        AdwDialog *dialog = g_object_ref_sink(adw_preferences_dialog_new());

        adw_dialog_present(dialog, fixture->window);
        wait_ms(600);
        care_toast_error(fixture->window, error);
        wait_ms(read ? 1500 : 200);
        g_assert_true(is_shown(fixture->window, "Name was not saved."));
        adw_dialog_close(dialog);
        wait_ms(1200);
        g_assert_cmpint(is_shown(fixture->window, "Name was not saved."), ==, !read);
        if (!read)
            g_assert_true(close_toast(fixture->window));
        wait_ms(600);
        g_object_unref(dialog);
    }
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/at-hand/address", test_address, NULL },
        { "/at-hand/busy", test_busy, NULL },
        { "/at-hand/busy/gone", test_busy_gone, NULL },
        { "/at-hand/day", test_day, NULL },
        { "/at-hand/long-name", test_long_name, NULL },
        { "/at-hand/error-is-over", test_error_is_over, NULL },
        { "/at-hand/error-over-preferences", test_error_over_preferences, NULL },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
