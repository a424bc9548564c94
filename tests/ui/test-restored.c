/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes back brings along what it belongs to; Undo and Redo of that leave no half, and take nobody's work along. */
#include "dialog-shop.h"

#include <string.h>

#include "ui/customers/device-editor.h"
#include "ui/kit/delete.h"
#include "ui/recently-deleted.h"

static gboolean
is_there(Fixture *fixture, const CareKind *kind, CareId id)
{
    g_autoptr(CareRecord) record = care_store_get(fixture->store, kind, id, NULL);

    return care_record_stamp(record).deleted == 0;
}

static void
set_there(Fixture *fixture, const CareKind *kind, CareId id, gboolean there)
{
    g_autoptr(GError) error = NULL;

    if (there)
        care_flow_undelete_now(fixture->store, kind, id, NULL, &error);
    else
        care_flow_remove_now(fixture->store, kind, id, &error);
    g_assert_no_error(error);
}

/* The first below, by a part of what it says; a button by the whole of it. */
static GtkWidget *
saying(GtkWidget *root, GType type, const char *text)
{
    const char *own = NULL;

    if (g_type_is_a(G_OBJECT_TYPE(root), type))
        own = GTK_IS_LABEL(root) ? gtk_label_get_text(GTK_LABEL(root))
                                 : gtk_button_get_label(GTK_BUTTON(root));
    if (own && (GTK_IS_LABEL(root) ? strstr(own, text) != NULL : g_str_equal(own, text)))
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = saying(c, type, text);

        if (found)
            return found;
    }
    return NULL;
}

/* Both, the device and its customer, stand so, and that is said. said: nullable. */
static void
wait_until(Fixture *fixture, CareId device, gboolean there, const char *said)
{
    gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;

    while (is_there(fixture, &care_device_kind, device) != there
           || is_there(fixture, &care_customer_kind, fixture->customer) != there
           || (said && !saying(fixture->window, GTK_TYPE_LABEL, said))) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

static void
wait_and(Fixture *fixture, gboolean (*act)(GtkWidget *window))
{
    gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;

    while (!act(fixture->window)) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

static CareId
add_device(Fixture *fixture, const char *name)
{
    g_autoptr(CareRecord) device = device_new(fixture, name);

    save(fixture, device);
    return care_record_id(device);
}

/* A device that was deleted, and whose customer was then. */
static CareId
lose_both(Fixture *fixture)
{
    CareId device = add_device(fixture, "City bike");

    set_there(fixture, &care_device_kind, device, FALSE);
    set_there(fixture, &care_customer_kind, fixture->customer, FALSE);
    return device;
}

static void
restore_in_dialog(Fixture *fixture)
{
    GtkWidget *row;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 600, 600);
    while (gtk_widget_get_height(fixture->window) < 600)
        g_main_context_iteration(NULL, FALSE);
    care_recently_deleted_present(fixture->window, fixture->context);
    while (!dialog_of(fixture))
        g_main_context_iteration(NULL, TRUE);
    row = gtk_widget_get_ancestor(saying(GTK_WIDGET(dialog_of(fixture)), GTK_TYPE_LABEL, "City bike"),
                                  ADW_TYPE_ACTION_ROW);
    g_signal_emit_by_name(saying(row, GTK_TYPE_BUTTON, "Restore"), "clicked");
}

static void
restore_by_name(Fixture *fixture, CareId device)
{
    care_bring_back_with_undo(fixture->window, fixture->store, &care_device_kind, device, "City bike", NULL);
}

/* data: "dialog" or, by name, NULL. */
static void
test_restore(Fixture *fixture, gconstpointer data)
{
    CareId device = lose_both(fixture);

    if (data)
        restore_in_dialog(fixture);
    else
        restore_by_name(fixture, device);
    wait_until(fixture, device, TRUE, NULL);
    wait_and(fixture, care_toast_undo_last);
    wait_until(fixture, device, FALSE, "together with what it belongs to");
    wait_and(fixture, care_toast_redo_last);
    wait_until(fixture, device, TRUE, "is here again, together with what it belongs to");
    wait_and(fixture, care_toast_undo_last);
    wait_until(fixture, device, FALSE, NULL);
}

/* Undo of a deletion brought the customer along, whom somebody deleted since. */
static void
test_deletion(Fixture *fixture, gconstpointer data)
{
    CareId device = add_device(fixture, "City bike");

    care_delete_with_undo(fixture->window, fixture->store, &care_device_kind, device, "City bike deleted");
    wait_for_count(fixture, "device", 0);
    set_there(fixture, &care_customer_kind, fixture->customer, FALSE);
    wait_and(fixture, care_toast_undo_last);
    wait_until(fixture, device, TRUE, "Brought back, together with what it belongs to");
    wait_and(fixture, care_toast_redo_last);
    wait_until(fixture, device, FALSE, "Deleted again, together with what had come back along with it");
    wait_and(fixture, care_toast_undo_last);
    wait_until(fixture, device, TRUE, NULL);
}

/* Somebody entered something for the customer who came along: nothing goes, and that is said. */
static void
test_used_meanwhile(Fixture *fixture, gconstpointer data)
{
    CareId device = lose_both(fixture);
    CareId other;

    restore_by_name(fixture, device);
    wait_until(fixture, device, TRUE, NULL);
    other = add_device(fixture, "Tandem");
    wait_and(fixture, care_toast_undo_last);
    wait_until(fixture, device, TRUE, "has other entries by now");
    g_assert_true(is_there(fixture, &care_device_kind, other));
}

/* It was deleted in the middle of the edit, and with its customer: brought back and saved, the one is taken back after the
 * other. */
static void
test_brought_back_and_saved(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    save(fixture, device);
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    set_there(fixture, &care_device_kind, care_record_id(device), FALSE);
    set_there(fixture, &care_customer_kind, fixture->customer, FALSE);
    gtk_editable_set_text(GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Brand")), "Lorry");
    press_save(fixture);
    while (!ADW_IS_ALERT_DIALOG(dialog_of(fixture)))
        g_main_context_iteration(NULL, TRUE);
    press_save(fixture); /* "Bring Back and Save" */
    wait_until_closed(fixture);
    wait_until(fixture, care_record_id(device), TRUE, NULL);
    wait_and(fixture, care_toast_undo_last);
    while (!saying(fixture->window, GTK_TYPE_LABEL, "Taken back"))
        g_main_context_iteration(NULL, TRUE);
    wait_and(fixture, care_toast_undo_last);
    wait_until(fixture, care_record_id(device), FALSE, NULL);
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/restored/recently-deleted", test_restore, "dialog" },
        { "/restored/by-name", test_restore },
        { "/restored/deletion-taken-back", test_deletion },
        { "/restored/used-meanwhile", test_used_meanwhile },
        { "/restored/brought-back-and-saved", test_brought_back_and_saved },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
