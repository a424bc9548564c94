/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody else does to a record while its editor is open, or before Undo is pressed. */
#include "dialog-shop.h"

#include <string.h>

#include "ui/kit/delete.h"
#include "ui/customers/device-editor.h"

/* What another program does to the device while its editor is open. */
static void
change_elsewhere(Fixture *fixture, CareRecord *device, int field, const char *text)
{
    g_autoptr(CareRecord) theirs = care_record_copy(device);
    g_autoptr(GError) error = NULL;

    care_record_set_text(theirs, field, text);
    care_flow_save_now(fixture->store, theirs, device, &error);
    g_assert_no_error(error);
}

static GtkEditable *
brand_row(Fixture *fixture)
{
    return GTK_EDITABLE(in_dialog(fixture, ADW_TYPE_ENTRY_ROW, "Brand"));
}

static void
assert_brand(Fixture *fixture, CareRecord *device, const char *brand)
{
    g_autoptr(CareRecord) now
        = care_store_get(fixture->store, &care_device_kind, care_record_id(device), NULL);

    g_assert_cmpstr(care_record_text(now, CARE_DEVICE_BRAND), ==, brand);
    g_assert_cmpstr(care_record_text(now, CARE_DEVICE_MODEL), ==, "Charger4");
}

static void
test_changed_elsewhere(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    save(fixture, device);
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    change_elsewhere(fixture, device, CARE_DEVICE_MODEL, "Charger4");
    gtk_editable_set_text(brand_row(fixture), "Lorry");
    press_save(fixture);
    wait_until_closed(fixture);
    assert_brand(fixture, device, "Lorry");
}

/* The other brand is written in the middle of the edit; data: the row that is chosen then, NULL to go back. */
static void
test_conflict(Fixture *fixture, gconstpointer data)
{
    const char *chosen = data;
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    GtkWidget *choice;

    care_record_set_text(device, CARE_DEVICE_MODEL, "Charger4");
    save(fixture, device);
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    change_elsewhere(fixture, device, CARE_DEVICE_BRAND, "Hammer");
    gtk_editable_set_text(brand_row(fixture), "Lorry");
    press_save(fixture);
    while (!ADW_IS_ALERT_DIALOG(dialog_of(fixture)))
        g_main_context_iteration(NULL, TRUE);
    g_assert_nonnull(in_dialog(fixture, GTK_TYPE_LABEL, "Lorry"));
    g_assert_nonnull(in_dialog(fixture, GTK_TYPE_LABEL, "Hammer"));
    if (!chosen) {
        adw_dialog_close(dialog_of(fixture));
        while (ADW_IS_ALERT_DIALOG(dialog_of(fixture)))
            g_main_context_iteration(NULL, TRUE);
        g_assert_cmpstr(gtk_editable_get_text(brand_row(fixture)), ==, "Lorry");
        assert_brand(fixture, device, "Hammer");
        return;
    }
    choice = gtk_widget_get_ancestor(in_dialog(fixture, GTK_TYPE_LABEL, chosen), GTK_TYPE_CHECK_BUTTON);
    gtk_check_button_set_active(GTK_CHECK_BUTTON(choice), TRUE);
    press_save(fixture);
    wait_until_closed(fixture);
    assert_brand(fixture, device, chosen);
}

/* It is deleted in the middle of the edit. data: NULL to leave it so; then what was typed stays to be seen. */
static void
test_deleted_meanwhile(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    g_autoptr(CareRecord) now = NULL;

    care_record_set_text(device, CARE_DEVICE_MODEL, "Charger4");
    save(fixture, device);
    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    g_assert_true(care_flow_remove_now(fixture->store, &care_device_kind, care_record_id(device), NULL));
    gtk_editable_set_text(brand_row(fixture), "Lorry");
    press_save(fixture);
    while (!ADW_IS_ALERT_DIALOG(dialog_of(fixture)))
        g_main_context_iteration(NULL, TRUE);
    if (!data) {
        adw_dialog_close(dialog_of(fixture));
        while (ADW_IS_ALERT_DIALOG(dialog_of(fixture)))
            g_main_context_iteration(NULL, TRUE);
        g_assert_cmpstr(gtk_editable_get_text(brand_row(fixture)), ==, "Lorry");
        return;
    }
    press_save(fixture); /* "Bring Back and Save" */
    wait_until_closed(fixture);
    assert_brand(fixture, device, "Lorry");
    now = care_store_get(fixture->store, &care_device_kind, care_record_id(device), NULL);
    g_assert_cmpint(care_record_stamp(now).deleted, ==, 0);
}

static void
set_customer_deleted(Fixture *fixture, gboolean deleted)
{
    g_autoptr(GError) error = NULL;

    if (deleted)
        care_flow_remove_now(fixture->store, &care_customer_kind, fixture->customer, &error);
    else
        care_flow_undelete_now(fixture->store, &care_customer_kind, fixture->customer, NULL, &error);
    g_assert_no_error(error);
}

static gboolean
is_customer_deleted(Fixture *fixture)
{
    g_autoptr(CareRecord) customer
        = care_store_get(fixture->store, &care_customer_kind, fixture->customer, NULL);

    return care_record_stamp(customer).deleted != 0;
}

/* Whose it is to be is deleted while it is written. data: "left": it is not saved and what was typed stays; "back": they
 * come back and it is saved, and Undo takes back the one and then the other. */
static void
test_owner_deleted(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");

    care_record_dialog_present(g_object_new(CARE_TYPE_DEVICE_EDITOR, NULL), fixture->window, fixture->context,
                               device);
    gtk_editable_set_text(brand_row(fixture), "Lorry");
    set_customer_deleted(fixture, TRUE);
    press_save(fixture);
    while (!ADW_IS_ALERT_DIALOG(dialog_of(fixture)))
        g_main_context_iteration(NULL, TRUE);
    if (g_str_equal(data, "left")) {
        adw_dialog_close(dialog_of(fixture));
        while (ADW_IS_ALERT_DIALOG(dialog_of(fixture)))
            g_main_context_iteration(NULL, TRUE);
        g_assert_cmpstr(gtk_editable_get_text(brand_row(fixture)), ==, "Lorry");
        g_assert_true(is_customer_deleted(fixture));
        set_customer_deleted(fixture, FALSE);
        wait_for_count(fixture, "device", 0);
        return;
    }
    press_save(fixture); /* "Bring Back and Save" */
    wait_until_closed(fixture);
    wait_for_count(fixture, "device", 1);
    g_assert_false(is_customer_deleted(fixture));
    g_assert_true(care_toast_undo_last(fixture->window));
    wait_for_count(fixture, "device", 0);
    while (!care_toast_undo_last(fixture->window))
        g_main_context_iteration(NULL, TRUE);
    while (!is_customer_deleted(fixture))
        g_main_context_iteration(NULL, TRUE);
}

static gboolean
purge_closure(CareTransaction *transaction, gpointer id, GError **error)
{
    return care_flow_purge(transaction, &care_device_kind, *(CareId *)id, error);
}

/* The first label below that says so. */
static gboolean
says(GtkWidget *root, const char *text)
{
    if (GTK_IS_LABEL(root) && strstr(gtk_label_get_text(GTK_LABEL(root)), text))
        return TRUE;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c))
        if (says(c, text))
            return TRUE;
    return FALSE;
}

/* It is gone for good when Undo is pressed: that is said. */
static void
test_undo_too_late(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) device = device_new(fixture, "City bike");
    CareId id;

    save(fixture, device);
    id = care_record_id(device);
    care_delete_with_undo(fixture->window, fixture->store, &care_device_kind, id, "The device is deleted");
    wait_for_count(fixture, "device", 0);
    while (!says(fixture->window, "The device is deleted"))
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(care_store_write(fixture->store, purge_closure, &id, NULL));
    g_assert_true(care_toast_undo_last(fixture->window));
    while (!says(fixture->window, "No record of the kind"))
        g_main_context_iteration(NULL, TRUE);
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/record-dialog/changed-elsewhere", test_changed_elsewhere },
        { "/record-dialog/conflict/mine", test_conflict, "Lorry" },
        { "/record-dialog/conflict/theirs", test_conflict, "Hammer" },
        { "/record-dialog/conflict/neither", test_conflict, NULL },
        { "/record-dialog/deleted-meanwhile/brought-back", test_deleted_meanwhile, "yes" },
        { "/record-dialog/deleted-meanwhile/left", test_deleted_meanwhile, NULL },
        { "/record-dialog/owner-deleted/brought-back", test_owner_deleted, "back" },
        { "/record-dialog/owner-deleted/left", test_owner_deleted, "left" },
        { "/record-dialog/undo-too-late", test_undo_too_late },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
