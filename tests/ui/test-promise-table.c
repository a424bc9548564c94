/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* In a narrow window a sum stands in one piece, whatever its size: in its column, or below its line. */
#include "display.h"

#include <string.h>

#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "ui/invoices/promise-table.h"

#define WIDTH 336 /* of a page 360 wide */

/* Of one piece each, as agreed. */
static CareRecord *
invoice_new(const gint64 *amounts)
{
    CareRecord *invoice = CARE_RECORD(care_invoice_new());

    CareRecord *vat = care_record_list_add(invoice, CARE_INVOICE_VAT_BREAKDOWN);

    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, "EUR");
    care_record_set_text(invoice, CARE_INVOICE_PRICES, "gross");
    for (int i = 0; amounts[i] != 0; i++) {
        CareRecord *line = care_record_list_add(invoice, CARE_INVOICE_LINES);

        care_record_set_text(line, CARE_INVOICE_LINE_NAME, i == 0 ? "Display change" : "Display");
        care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, 1000000);
        care_record_set_int(line, CARE_INVOICE_LINE_PRICE, amounts[i] * 10000);
        care_record_set_int(line, CARE_INVOICE_LINE_AMOUNT, amounts[i]);
        care_record_set_int(line, CARE_INVOICE_LINE_AGREED, amounts[i]);
        care_record_set_int(vat, CARE_INVOICE_VAT_RATE, 190000);
        care_record_set_int(vat, CARE_INVOICE_VAT_TAX,
                            care_record_int(vat, CARE_INVOICE_VAT_TAX) + amounts[i] * 19 / 119);
    }
    return invoice;
}

static gboolean
is_part(char c)
{
    return g_ascii_isdigit(c) || c == '.' || c == ',';
}

/* Whether a line ends between two parts of a figure. */
static gboolean
is_broken(GtkLabel *label)
{
    PangoLayout *layout = gtk_label_get_layout(label);
    const char *text = pango_layout_get_text(layout);

    for (int i = 1; i < pango_layout_get_line_count(layout); i++) {
        int start = pango_layout_get_line_readonly(layout, i)->start_index;

        if (start > 0 && is_part(text[start - 1]) && is_part(text[start]))
            return TRUE;
    }
    return FALSE;
}

/* How many figures are seen; each label that breaks one is told. */
static int
count_whole(GtkWidget *root)
{
    int n = 0;

    if (!gtk_widget_get_mapped(root))
        return 0;
    if (GTK_IS_LABEL(root) && strpbrk(gtk_label_get_text(GTK_LABEL(root)), "0123456789")) {
        if (is_broken(GTK_LABEL(root)))
            g_test_message("broken: %s", gtk_label_get_text(GTK_LABEL(root)));
        g_assert_false(is_broken(GTK_LABEL(root)));
        n++;
    }
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c))
        n += count_whole(c);
    return n;
}

/* A page scrolls up and down alone. */
static GtkWidget *
window_new(GtkWidget *table)
{
    GtkWidget *window = gtk_window_new();
    GtkWidget *scrolled = gtk_scrolled_window_new();

    gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(scrolled), table);
    gtk_window_set_decorated(GTK_WINDOW(window), FALSE);
    gtk_window_set_default_size(GTK_WINDOW(window), WIDTH, 700);
    gtk_window_set_child(GTK_WINDOW(window), scrolled);
    gtk_window_present(GTK_WINDOW(window));
    return window;
}

static void
test_whole(gconstpointer data)
{
    g_autoptr(CareRecord) invoice = invoice_new(data);
    GtkWidget *table = g_object_new(CARE_TYPE_PROMISE_TABLE, NULL);
    GtkWidget *window = window_new(table);

    care_promise_table_show(CARE_PROMISE_TABLE(table), invoice, TRUE, FALSE);
    while (gtk_widget_get_height(table) == 0)
        g_main_context_iteration(NULL, TRUE);
    test_settle();
    g_assert_cmpint(gtk_widget_get_width(table), ==, WIDTH);
    g_assert_cmpint(count_whole(table), >, 2);
    gtk_window_destroy(GTK_WINDOW(window));
}

/* Where these stand in root. */
static void
find_base_lines(GtkWidget *widget, GtkWidget *root, GArray *found)
{
    graphene_point_t at;

    if (GTK_IS_LABEL(widget) && gtk_widget_get_mapped(widget)
        && (g_str_equal(gtk_label_get_text(GTK_LABEL(widget)), "49.00")
            || g_str_equal(gtk_label_get_text(GTK_LABEL(widget)), "as agreed")
            || g_str_equal(gtk_label_get_text(GTK_LABEL(widget)), "Display change"))) {
        PangoLayout *layout = gtk_label_get_layout(GTK_LABEL(widget));
        int x, y, line;

        gtk_label_get_layout_offsets(GTK_LABEL(widget), &x, &y);
        y += PANGO_PIXELS(pango_layout_get_baseline(layout));
        g_assert_true(gtk_widget_compute_point(widget, root, &GRAPHENE_POINT_INIT(0, (float)y), &at));
        line = (int)at.y;
        g_array_append_val(found, line);
    }
    for (GtkWidget *c = gtk_widget_get_first_child(widget); c; c = gtk_widget_get_next_sibling(c))
        find_base_lines(c, root, found);
}

/* As the program does by itself. */
static void
take_style(void)
{
    g_autoptr(GtkCssProvider) provider = gtk_css_provider_new();

    gtk_css_provider_load_from_resource(provider, "/com/example/Aftercare/style.css");
    gtk_style_context_add_provider_for_display(gdk_display_get_default(), GTK_STYLE_PROVIDER(provider),
                                               GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* What is smaller stands on the same line as the figures beside it. */
static void
test_base_line(void)
{
    static const gint64 one[] = { 4900, 0 };
    g_autoptr(CareRecord) invoice = invoice_new(one);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(int));
    GtkWidget *table = g_object_new(CARE_TYPE_PROMISE_TABLE, NULL);
    GtkWidget *window = window_new(table);
    GtkListBoxRow *row;

    take_style();
    gtk_window_set_default_size(GTK_WINDOW(window), 700, 700);
    care_promise_table_show(CARE_PROMISE_TABLE(table), invoice, TRUE, FALSE);
    while (gtk_widget_get_height(table) == 0)
        g_main_context_iteration(NULL, TRUE);
    test_settle();
    care_promise_table_focus_line(CARE_PROMISE_TABLE(table), 0);
    row = GTK_LIST_BOX_ROW(
        gtk_widget_get_ancestor(gtk_window_get_focus(GTK_WINDOW(window)), GTK_TYPE_LIST_BOX_ROW));
    find_base_lines(GTK_WIDGET(row), GTK_WIDGET(row), found);
    g_assert_cmpuint(found->len, ==, 4);
    for (guint i = 1; i < found->len; i++)
        g_assert_cmpint(g_array_index(found, int, 0), ==, g_array_index(found, int, i));
    gtk_window_destroy(GTK_WINDOW(window));
}

int
main(int argc, char **argv)
{
    static const gint64 usual[] = { 4900, 9990, 0 };
    static const gint64 thousands[] = { 489000, 1299900, 0 };
    static const gint64 millions[] = { 123456789, 2345678900, 0 };

    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_data_func("/promise-table/whole/usual", usual, test_whole);
    g_test_add_data_func("/promise-table/whole/thousands", thousands, test_whole);
    g_test_add_data_func("/promise-table/whole/millions", millions, test_whole);
    g_test_add_func("/promise-table/base-line", test_base_line);
    return g_test_run();
}
