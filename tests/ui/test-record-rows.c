/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a list of records: shown once each, again when something beside their record changed, and put away. */

#include "display.h"

#include "model/customer.h"
#include "model/gift.h"
#include "service/flow.h"
#include "ui/kit/record-rows.h"

typedef struct {
    guint shown;
    guint put_away;
} Counts;

static GtkWidget *
make_row(gpointer place)
{
    return gtk_label_new(NULL);
}

static const char *
show_row(GtkWidget *row, CareRecord *record, gpointer place)
{
    Counts *counts = place;

    if (!record) {
        counts->put_away++;
        return NULL;
    }
    counts->shown++;
    gtk_label_set_text(GTK_LABEL(row), care_record_text(record, CARE_GIFT_NAME));
    return gtk_label_get_text(GTK_LABEL(row));
}

static const CareRecordRows rows = { make_row, show_row, "customer" };

static void
save_customer(CareStore *store, const char *name)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(GError) error = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_NAME, name);
    care_flow_save_now(store, customer, NULL, &error);
    g_assert_no_error(error);
}

static void
wait_for(guint *count, guint n)
{
    for (gint64 end = g_get_monotonic_time() + 5 * G_USEC_PER_SEC; *count < n;) {
        g_assert_cmpint(g_get_monotonic_time(), <, end);
        g_main_context_iteration(NULL, FALSE);
    }
}

/* What a screen reader says, which is not the label within. */
static GtkAccessible *
row_of(GtkWidget *view)
{
    return GTK_ACCESSIBLE(gtk_widget_get_first_child(view));
}

static void
test_rows(void)
{
    g_autoptr(CareContext) context = test_context_new();
    CareStore *store = care_context_get_store(context);
    g_autoptr(GListStore) gifts = g_list_store_new(CARE_TYPE_RECORD);
    g_autoptr(CareRecord) gift = CARE_RECORD(care_gift_new());
    GtkWidget *window = gtk_window_new();
    GtkWidget *view = gtk_list_view_new(NULL, NULL);
    Counts counts = { 0 };

    care_record_set_text(gift, CARE_GIFT_NAME, "Bell");
    g_list_store_append(gifts, gift);
    care_record_rows_install(GTK_LIST_VIEW(view), &rows, store, &counts);
    care_record_rows_set_list(GTK_LIST_VIEW(view), G_LIST_MODEL(gifts));
    gtk_window_set_child(GTK_WINDOW(window), view);
    gtk_window_present(GTK_WINDOW(window));
    wait_for(&counts.shown, 1);

    save_customer(store, "Bea Koch");
    wait_for(&counts.shown, 2);
    care_record_rows_refresh(GTK_LIST_VIEW(view));
    g_assert_cmpuint(counts.shown, ==, 3);
    /* an editor, or another program, changed it: the row is called so, too */
    care_record_set_text(gift, CARE_GIFT_NAME, "Lamp");
    wait_for(&counts.shown, 4);
    gtk_test_accessible_assert_property(row_of(view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Lamp");
    g_list_store_remove_all(gifts);
    wait_for(&counts.put_away, 1);
    gtk_window_destroy(GTK_WINDOW(window));
    test_settle();
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/record-rows/rows", test_rows);
    return g_test_run();
}
