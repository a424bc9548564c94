/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of customers: what is marked, what is opened, and rows that stay. */
#include "customer-shop.h"

#include "ui/customers/customer-list.h"
#include "ui/customers/customer-row.h"

static void
remember(CareCustomerList *list, CareId id, CareId *opened)
{
    *opened = id;
}

static GtkListView *
view_below(GtkWidget *root)
{
    GtkListView *found = GTK_IS_LIST_VIEW(root) ? GTK_LIST_VIEW(root) : NULL;

    for (GtkWidget *child = gtk_widget_get_first_child(root); child && !found;
         child = gtk_widget_get_next_sibling(child))
        found = view_below(child);
    return found;
}

static void
test_list(Fixture *f, gconstpointer data)
{
    GtkWidget *window = gtk_window_new();
    GtkWidget *list = g_object_new(CARE_TYPE_CUSTOMER_LIST, NULL);
    g_autoptr(CareRecord) other = CARE_RECORD(care_customer_new());
    GtkListView *view;
    CareId opened = 0;

    care_record_set_text(other, CARE_CUSTOMER_NAME, "Aylin Demir");
    save(f, other);
    care_customer_list_set_context(CARE_CUSTOMER_LIST(list), f->context);
    gtk_window_set_child(GTK_WINDOW(window), list);
    g_signal_connect(list, "open", G_CALLBACK(remember), &opened);
    g_assert_cmpint(care_customer_list_first(CARE_CUSTOMER_LIST(list)), ==, care_record_id(other));
    care_customer_list_select(CARE_CUSTOMER_LIST(list), care_record_id(f->bea));
    g_assert_cmpint(opened, ==, 0); /* pointing is not opening */

    /* who is open stays so when a new name pushes them down */
    care_record_set_text(other, CARE_CUSTOMER_NAME, "Zoe Demir");
    save(f, other);
    for (int i = 0; i < 500 && care_customer_list_first(CARE_CUSTOMER_LIST(list)) == care_record_id(other);
         i++) {
        test_settle();
        g_usleep(2000);
    }
    g_assert_cmpint(opened, ==, 0);

    /* whoever was entered with the cursor is marked, and nobody else is opened when that row moves */
    view = view_below(list);
    g_signal_emit_by_name(view, "activate", 1u);
    g_assert_cmpint(opened, ==, care_record_id(other));
    opened = 0;
    care_record_set_text(other, CARE_CUSTOMER_NAME, "Aaaa First");
    save(f, other);
    for (int i = 0; i < 500 && care_customer_list_first(CARE_CUSTOMER_LIST(list)) != care_record_id(other);
         i++) {
        test_settle();
        g_usleep(2000);
    }
    test_settle();
    g_assert_cmpint(care_customer_list_first(CARE_CUSTOMER_LIST(list)), ==, care_record_id(other));
    g_assert_cmpint(opened, ==, 0);
    g_assert_cmpuint(gtk_single_selection_get_selected(GTK_SINGLE_SELECTION(gtk_list_view_get_model(view))),
                     ==, 0);
    gtk_window_destroy(GTK_WINDOW(window));
}

static GtkWidget *
first_of(GtkWidget *widget, GType type)
{
    if (G_TYPE_CHECK_INSTANCE_TYPE(widget, type))
        return widget;
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child)) {
        GtkWidget *found = first_of(child, type);

        if (found)
            return found;
    }
    return NULL;
}

static void
set_true(gboolean *flag)
{
    *flag = TRUE;
}

/* Adds to the list's text; "": takes all of it away. */
static void
type(GtkWidget *list, const char *more)
{
    GtkEditable *entry = GTK_EDITABLE(first_of(list, GTK_TYPE_SEARCH_ENTRY));
    gboolean answered = FALSE;
    gulong handler = g_signal_connect_swapped(list, "answered", G_CALLBACK(set_true), &answered);
    int end = -1;

    if (*more)
        gtk_editable_insert_text(entry, more, -1, &end);
    else
        gtk_editable_delete_text(entry, 0, -1);
    while (!answered)
        g_main_context_iteration(NULL, TRUE);
    g_signal_handler_disconnect(list, handler);
    test_settle();
}

/* Another answer is shown by the same row, even after one that found nobody. */
static void
test_rows_stay(Fixture *f, gconstpointer data)
{
    GtkWidget *window = gtk_window_new();
    GtkWidget *list = g_object_new(CARE_TYPE_CUSTOMER_LIST, NULL);
    g_autoptr(CareRecord) other = CARE_RECORD(care_customer_new());
    GtkWidget *row;
    CareId opened = 0;

    care_record_set_text(other, CARE_CUSTOMER_NAME, "Aylin Demir");
    save(f, other);
    care_customer_list_set_context(CARE_CUSTOMER_LIST(list), f->context);
    gtk_window_set_child(GTK_WINDOW(window), list);
    g_signal_connect(list, "open", G_CALLBACK(remember), &opened);
    type(list, "b");
    row = first_of(list, CARE_TYPE_CUSTOMER_ROW);
    g_assert_cmpstr(care_customer_row_get_spoken(CARE_CUSTOMER_ROW(row)), ==, "Bea Koch, 0157 335 21 78");
    type(list, "x");
    g_assert_cmpint(care_customer_list_first(CARE_CUSTOMER_LIST(list)), ==, 0);
    type(list, "");
    g_assert_true(first_of(list, CARE_TYPE_CUSTOMER_ROW) == row);
    g_assert_cmpstr(care_customer_row_get_spoken(CARE_CUSTOMER_ROW(row)), ==, "Aylin Demir");
    g_assert_cmpint(opened, ==, 0);
    gtk_window_destroy(GTK_WINDOW(window));
}

static gpointer
read_slowly(CareConnection *connection, gpointer data, GError **error)
{
    g_usleep(200000);
    return NULL;
}

/* Whoever types fast, and Enter behind it, means what was typed: not who stood there before the answer. */
static void
test_enter_waits(Fixture *f, gconstpointer data)
{
    GtkWidget *window = gtk_window_new();
    GtkWidget *list = g_object_new(CARE_TYPE_CUSTOMER_LIST, NULL);
    g_autoptr(CareRecord) other = CARE_RECORD(care_customer_new());
    GtkWidget *entry;
    CareId opened = 0;

    care_record_set_text(other, CARE_CUSTOMER_NAME, "Aylin Demir");
    save(f, other);
    care_customer_list_set_context(CARE_CUSTOMER_LIST(list), f->context);
    gtk_window_set_child(GTK_WINDOW(window), list);
    gtk_window_present(GTK_WINDOW(window));
    g_signal_connect(list, "open", G_CALLBACK(remember), &opened);
    care_customer_list_focus_search(CARE_CUSTOMER_LIST(list));
    test_settle();
    entry = first_of(list, GTK_TYPE_SEARCH_ENTRY);

    care_store_read_async(f->store, read_slowly, NULL, NULL, NULL, NULL, NULL, NULL);
    gtk_editable_set_text(GTK_EDITABLE(entry), "koch");
    g_signal_emit_by_name(entry, "activate");
    g_assert_cmpint(opened, ==, 0);
    while (opened == 0)
        g_main_context_iteration(NULL, TRUE);
    g_assert_cmpint(opened, ==, care_record_id(f->bea));

    /* who goes on typing has not meant that */
    opened = 0;
    care_store_read_async(f->store, read_slowly, NULL, NULL, NULL, NULL, NULL, NULL);
    gtk_editable_set_text(GTK_EDITABLE(entry), "ayl");
    g_signal_emit_by_name(entry, "activate");
    type(list, "in");
    g_assert_cmpint(opened, ==, 0);
    g_assert_cmpint(care_customer_list_first(CARE_CUSTOMER_LIST(list)), ==, care_record_id(other));
    gtk_window_destroy(GTK_WINDOW(window));
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    ADD("/customers/list", test_list);
    ADD("/customers/list/rows-stay", test_rows_stay);
    ADD("/customers/list/enter-waits", test_enter_waits);
    return g_test_run();
}
