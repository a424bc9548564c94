/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows whose text means something: what is typed stays, what it means is exact. */

#include "display.h"

#include <locale.h>

#include "ui/kit/date-row.h"
#include "ui/kit/decimal-row.h"
#include "ui/kit/instant-row.h"
#include "ui/kit/money-row.h"

typedef struct {
    const char *kind;
    const char *typed;
    const char *value; /* NULL: refused */
} Case;

static const Case cases[] = {
    { "money", "74.50", "74.50" },
    { "money", "74,5", "74.50" },
    { "money", "  12 ", "12.00" },
    { "money", "0", "0.00" },
    { "money", "12.345", NULL },
    { "money", "abc", NULL },
    { "money", "1e30", NULL },
    { "money", "-5", NULL },
    { "money", "1.0000000", NULL },
    { "money", "99999999999999999999", NULL },
    { "decimal", "0.75", "0.75" },
    { "decimal", "0,75", "0.75" },
    { "decimal", "2", "2" },
    { "decimal", "1.1234567", NULL },
    { "decimal", "-1", NULL },
    { "decimal", "two", NULL },
    { "decimal", "8.875", NULL },
    { "percent", "8.875", "8.875" },
    { "percent", "9,975 %", "9.975" },
    { "percent", "-1", NULL },
    { "percent", "10 €", NULL },
    { "percent", "$10", NULL },
    { "decimal", "10 €", NULL },
    { "price", "$12", NULL },
    { "price", "12 USD", NULL },
    { "price", "12,50 €", "12.5" },
    { "price", "12.50", "12.5" },
    { "date", "26.11.", "2026-11-26" },
    { "date", "2026-12-01", "2026-12-01" },
    { "date", "31.02.", NULL },
    { "date", "soon", NULL },
    { "instant", "10:15", "2026-11-24T10:15:00Z" },
    { "instant", "24.11. 9:05", "2026-11-24T09:05:00Z" },
    { "instant", "23 Nov 2025 17:30", "2025-11-23T17:30:00Z" },
    { "instant", "25.11. 8:00", "2025-11-25T08:00:00Z" },
    { "instant", "20.11.", "2026-11-20T12:00:00Z" },
    { "instant", "25.11.2026", NULL },
    { "instant", "12:02", NULL },
    { "instant", "24:00", NULL },
    { "instant", "31.02. 10:00", NULL },
};

static CareTypedRow *
row_new(const char *kind)
{
    GtkWidget *row;

    if (g_str_equal(kind, "money"))
        row = g_object_new(CARE_TYPE_MONEY_ROW, "title", "Price", NULL);
    else if (g_str_equal(kind, "decimal"))
        row = g_object_new(CARE_TYPE_DECIMAL_ROW, "title", "Hours", NULL);
    else if (g_str_equal(kind, "price"))
        row = g_object_new(CARE_TYPE_DECIMAL_ROW, "title", "Unit Price", "money", TRUE, NULL);
    else if (g_str_equal(kind, "percent"))
        row = g_object_new(CARE_TYPE_DECIMAL_ROW, "title", "Discount", "percent", TRUE, NULL);
    else if (g_str_equal(kind, "instant"))
        row = g_object_new(CARE_TYPE_INSTANT_ROW, "title", "Received", NULL);
    else
        row = g_object_new(CARE_TYPE_DATE_ROW, "title", "Promised", NULL);
    if (CARE_IS_DATE_ROW(row))
        care_date_row_set_today(CARE_DATE_ROW(row), (CareDate){ 2026, 11, 24 });
    if (CARE_IS_INSTANT_ROW(row)) {
        g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
        g_autoptr(CareClock) clock
            = care_clock_new_fixed_at(care_instant_of_date((CareDate){ 2026, 11, 24 }, 12, 0, utc), utc);

        care_instant_row_set_clock(CARE_INSTANT_ROW(row), clock);
    }
    return CARE_TYPED_ROW(g_object_ref_sink(row));
}

static void
test_typed(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(CareTypedRow) row = row_new(c->kind);

    gtk_editable_set_text(GTK_EDITABLE(row), c->typed);
    g_assert_cmpint(care_typed_row_get_valid(row), ==, c->value != NULL);
    g_assert_cmpstr(care_typed_row_get_value_text(row), ==, c->value);
    g_assert_cmpint(care_typed_row_check(row), ==, c->value != NULL);
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, c->typed);
    g_assert_cmpint(gtk_widget_has_css_class(GTK_WIDGET(row), "error"), ==, c->value == NULL);
}

/* A slip of the finger must not throw away what was there, nor be saved in its place. */
static void
test_keeps_last_value(void)
{
    g_autoptr(CareTypedRow) row = row_new("money");
    CareMoney amount = 0;
    int end = -1;

    care_typed_row_set_value_text(row, "49.90");
    gtk_editable_insert_text(GTK_EDITABLE(row), "q", 1, &end);
    g_assert_cmpstr(care_typed_row_get_value_text(row), ==, "49.90");
    g_assert_false(care_money_row_get_amount(CARE_MONEY_ROW(row), &amount));
    gtk_editable_set_text(GTK_EDITABLE(row), "45");
    g_assert_true(care_money_row_get_amount(CARE_MONEY_ROW(row), &amount));
    g_assert_cmpint(amount, ==, 4500);
}

static void
test_error_goes_at_once(void)
{
    g_autoptr(CareTypedRow) row = row_new("date");

    gtk_editable_set_text(GTK_EDITABLE(row), "31.02.");
    g_assert_false(gtk_widget_has_css_class(GTK_WIDGET(row), "error"));
    g_assert_false(care_typed_row_check(row));
    g_assert_true(gtk_widget_has_css_class(GTK_WIDGET(row), "error"));
    gtk_editable_set_text(GTK_EDITABLE(row), "28.02.");
    g_assert_false(gtk_widget_has_css_class(GTK_WIDGET(row), "error"));
}

static void
test_empty(void)
{
    g_autoptr(CareTypedRow) row = row_new("date");

    g_assert_true(care_typed_row_check(row));
    g_assert_null(care_typed_row_get_value_text(row));
    care_typed_row_set_required(row, TRUE);
    g_assert_false(care_typed_row_check(row));
    care_typed_row_set_value_text(row, "2026-11-26");
    g_assert_true(care_typed_row_check(row));
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "Thursday 26 November");
    care_typed_row_set_value_text(row, NULL);
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "");
}

/* Bound both ways, the value comes back while somebody types; the text must stay theirs. */
static void
test_bound(void)
{
    g_autoptr(CareTypedRow) row = row_new("money");
    g_autoptr(CareTypedRow) twin = row_new("money");

    g_object_bind_property(row, "value-text", twin, "value-text", G_BINDING_BIDIRECTIONAL);
    gtk_editable_set_text(GTK_EDITABLE(row), "7,5");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "7,5");
    g_assert_cmpstr(care_typed_row_get_value_text(twin), ==, "7.50");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(twin)), ==, "€7.50");
}

/* What the row wrote itself has one reading, also to whoever goes on typing in it. */
static void
assert_reads_itself(const char *kind, const char *currency, const char *value, const char *shown)
{
    g_autoptr(CareTypedRow) row = row_new(kind);
    CareTypedRowClass *klass = CARE_TYPED_ROW_GET_CLASS(row);
    g_autofree char *edited = NULL;
    g_autoptr(GError) error = NULL;

    if (currency)
        care_money_row_set_currency(CARE_MONEY_ROW(row), currency);
    care_typed_row_set_value_text(row, value);
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, shown);
    g_assert_true(care_typed_row_check(row));
    g_assert_cmpstr(care_typed_row_get_value_text(row), ==, value);

    edited = klass->edit ? klass->edit(row, value) : g_strdup(shown);
    gtk_editable_set_text(GTK_EDITABLE(row), "7");
    gtk_editable_set_text(GTK_EDITABLE(row), edited);
    g_assert_true(care_typed_row_check(row));
    g_assert_cmpstr(care_typed_row_get_value_text(row), ==, value);
}

static void
test_reads_itself(void)
{
    assert_reads_itself("decimal", NULL, "12.345", "12.3450");
    assert_reads_itself("decimal", NULL, "1.125", "1.1250");
    assert_reads_itself("decimal", NULL, "0.125", "0.125");
    assert_reads_itself("decimal", NULL, "1234.567", "1234.567");
    assert_reads_itself("decimal", NULL, "12.3456", "12.3456");
    assert_reads_itself("decimal", NULL, "12345", "12345");
    assert_reads_itself("percent", NULL, "8.875", "8.875");
    assert_reads_itself("money", "KWD", "12.345", "KWD\u00a012.345");
}

/* The same in a country that writes decimals behind a comma. */
static void
test_reads_its_comma(void)
{
    g_autofree char *folder = g_dir_make_tmp("aftercare-locale-XXXXXX", NULL);
    g_autofree char *target = g_build_filename(folder, "de_DE.UTF-8", NULL);
    const char *make[] = { "localedef", "-i", "de_DE", "-f", "UTF-8", target, NULL };
    const char *clean[] = { "rm", "-r", folder, NULL };

    g_spawn_sync(NULL, (char **)make, NULL,
                 G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                 NULL, NULL, NULL, NULL);
    g_setenv("LOCPATH", folder, TRUE);
    if (setlocale(LC_ALL, "de_DE.UTF-8")) {
        assert_reads_itself("decimal", NULL, "1.125", "1,1250");
        assert_reads_itself("money", "KWD", "12.345", "12,345\u00a0KWD");
        assert_reads_itself("money", "KWD", "1234.567", "1.234,567\u00a0KWD");
        assert_reads_itself("money", "EUR", "12.34", "12,34\u00a0€");
    } else {
        g_test_skip("no locale can be made here");
    }
    g_unsetenv("LOCPATH");
    setlocale(LC_ALL, "C.UTF-8");
    g_spawn_sync(NULL, (char **)clean, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
test_birthday(void)
{
    g_autoptr(CareTypedRow) row = row_new("date");

    g_object_set(row, "needs-year", FALSE, NULL);
    gtk_editable_set_text(GTK_EDITABLE(row), "29.2.");
    g_assert_cmpstr(care_typed_row_get_value_text(row), ==, "--02-29");
    care_typed_row_set_value_text(row, "--03-01");
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(row)), ==, "1 March");
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/ui/rows/%s/%s", cases[i].kind, cases[i].typed);

        g_test_add_data_func(path, &cases[i], test_typed);
    }
    g_test_add_func("/ui/rows/keeps-last-value", test_keeps_last_value);
    g_test_add_func("/ui/rows/error-goes-at-once", test_error_goes_at_once);
    g_test_add_func("/ui/rows/empty", test_empty);
    g_test_add_func("/ui/rows/bound", test_bound);
    g_test_add_func("/ui/rows/reads-itself", test_reads_itself);
    g_test_add_func("/ui/rows/reads-its-comma", test_reads_its_comma);
    g_test_add_func("/ui/rows/birthday", test_birthday);
    return g_test_run();
}
