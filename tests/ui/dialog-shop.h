/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A window of a shop with one customer, for tests of the editors in it. */
#pragma once

#include "display.h"

#include <sqlite3.h>

#include "model/customer.h"
#include "model/device.h"
#include "service/flow.h"
#include "ui/kit/toast.h"

typedef struct {
    CareContext *context;
    CareStore *store;
    CareId customer;
    GtkWidget *window;
} Fixture;

static inline void
save(Fixture *fixture, CareRecord *record)
{
    g_autoptr(GError) error = NULL;

    care_flow_save_now(fixture->store, record, NULL, &error);
    g_assert_no_error(error);
}

static inline void
set_up(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    GtkWidget *overlay = adw_toast_overlay_new();

    fixture->context = test_context_new();
    fixture->store = care_context_get_store(fixture->context);
    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Bea Koch");
    save(fixture, customer);
    fixture->customer = care_record_id(customer);
    fixture->window = adw_window_new();
    adw_window_set_content(ADW_WINDOW(fixture->window), overlay);
    care_toast_set_overlay(fixture->window, ADW_TOAST_OVERLAY(overlay));
    gtk_window_present(GTK_WINDOW(fixture->window));
}

static inline void
tear_down(Fixture *fixture, gconstpointer data)
{
    gtk_window_destroy(GTK_WINDOW(fixture->window));
    test_settle();
    g_object_unref(fixture->context);
}

static inline AdwDialog *
dialog_of(Fixture *fixture)
{
    return adw_window_get_visible_dialog(ADW_WINDOW(fixture->window));
}

static inline void
press_save(Fixture *fixture)
{
    g_signal_emit_by_name(adw_dialog_get_default_widget(dialog_of(fixture)), "clicked");
}

/* The first widget of a type below, whose title or text begins so; "" is any. */
static inline GtkWidget *
find(GtkWidget *root, GType type, const char *text)
{
    if (g_type_is_a(G_OBJECT_TYPE(root), type)) {
        g_autofree char *own = NULL;

        g_object_get(root, GTK_IS_LABEL(root) ? "label" : "title", &own, NULL);
        if (own && g_str_has_prefix(own, text))
            return root;
    }
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = find(c, type, text);

        if (found)
            return found;
    }
    return NULL;
}

static inline GtkWidget *
in_dialog(Fixture *fixture, GType type, const char *text)
{
    return find(adw_dialog_get_child(dialog_of(fixture)), type, text);
}

static inline GtkWidget *
find_said(GtkWidget *root)
{
    if (gtk_widget_has_css_class(root, "care-said"))
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = find_said(c);

        if (found)
            return found;
    }
    return NULL;
}

/* What stands over the rows. */
static inline GtkWidget *
said_in(Fixture *fixture)
{
    return find_said(adw_dialog_get_child(dialog_of(fixture)));
}

static inline gint64
count(Fixture *fixture, const char *table)
{
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s WHERE deleted_at IS NULL", table);

    return care_connection_int(care_store_reader(fixture->store), sql, -1);
}

static inline void
wait_for_count(Fixture *fixture, const char *table, gint64 n)
{
    for (gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC; count(fixture, table) != n;) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

static inline void
wait_until_closed(Fixture *fixture)
{
    while (dialog_of(fixture))
        g_main_context_iteration(NULL, TRUE);
}

/* Another program holds the shop, for longer than a write waits. */
static inline sqlite3 *
hold(Fixture *fixture)
{
    g_autofree char *path = g_build_filename(care_store_data_dir(fixture->store), "aftercare.db", NULL);
    sqlite3 *other = NULL;

    g_assert_cmpint(sqlite3_open(path, &other), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
    return other;
}

static inline CareRecord *
device_new(Fixture *fixture, const char *name)
{
    CareRecord *device = CARE_RECORD(care_device_new());

    care_record_set_int(device, CARE_DEVICE_CUSTOMER, fixture->customer);
    care_record_set_text(device, CARE_DEVICE_NAME, name);
    return device;
}

typedef struct {
    const char *path;
    void (*test)(Fixture *fixture, gconstpointer data);
    const char *data;
} DialogTest;

static inline int
run_all(int argc, char **argv, const DialogTest *tests, gsize n)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    for (gsize i = 0; i < n; i++)
        g_test_add(tests[i].path, Fixture, tests[i].data, set_up, tests[i].test, tear_down);
    return g_test_run();
}
