/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* An issued invoice from a connection that has none of our settings, as a bare sqlite3 shell makes one. */
#include "common/records.h"
#include "core/errors.h"
#include "model/invoice-line.h"
#include "model/invoice-vat.h"
#include "model/invoice.h"
#include "store/migrate.h"

#include "fixture.h"

#define ISSUED 1001
#define DRAFT 1002
#define CUSTOMER 1003

static CareRecord *
new_invoice(CareId id, const char *line)
{
    CareRecord *invoice = CARE_RECORD(care_invoice_new());
    CareRecord *row = care_record_list_add(invoice, CARE_INVOICE_LINES);
    CareRecord *vat = care_record_list_add(invoice, CARE_INVOICE_VAT_BREAKDOWN);

    care_record_set_id(invoice, id);
    care_record_set_text(invoice, CARE_INVOICE_TYPE, "380");
    care_record_set_text(invoice, CARE_INVOICE_STATE, "draft");
    care_record_set_int(invoice, CARE_INVOICE_CUSTOMER, CUSTOMER);
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, "EUR");
    care_record_set_text(invoice, CARE_INVOICE_PRICES, "gross");
    care_record_set_int(invoice, CARE_INVOICE_GROSS, 11900);
    care_record_set_text(row, CARE_INVOICE_LINE_NAME, line);
    care_record_set_int(row, CARE_INVOICE_LINE_QUANTITY, CARE_DECIMAL_ONE);
    care_record_set_int(row, CARE_INVOICE_LINE_PRICE, 119 * CARE_DECIMAL_ONE);
    care_record_set_text(row, CARE_INVOICE_LINE_CATEGORY, "S");
    care_record_set_text(vat, CARE_INVOICE_VAT_CATEGORY, "S");
    care_record_set_int(vat, CARE_INVOICE_VAT_TAXABLE, 10000);
    care_record_set_int(vat, CARE_INVOICE_VAT_TAX, 1900);
    return invoice;
}

static gboolean
fill(CareTransaction *transaction, gpointer data, GError **error)
{
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(CareRecord) issued = new_invoice(ISSUED, "Inspection");
    g_autoptr(CareRecord) draft = new_invoice(DRAFT, "New chain");

    care_record_set_id(customer, CUSTOMER);
    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Bea Koch");
    care_record_set_text(customer, CARE_CUSTOMER_TYPE, "person");
    if (!care_transaction_restore_verbatim(transaction, customer, care_schema_version(), error)
        || !care_transaction_restore_verbatim(transaction, draft, care_schema_version(), error)
        || !care_transaction_restore_verbatim(transaction, issued, care_schema_version(), error))
        return FALSE;
    care_record_set_text(issued, CARE_INVOICE_NUMBER, "2026-0001");
    care_record_set_text(issued, CARE_INVOICE_SERIES, "2026");
    care_record_set_int(issued, CARE_INVOICE_SEQUENCE, 1);
    care_record_set_int(issued, CARE_INVOICE_ISSUE_ORDER, 1);
    care_record_set_text(issued, CARE_INVOICE_ISSUED, "2026-11-24");
    care_record_set_text(issued, CARE_INVOICE_STATE, "issued");
    return care_test_save(transaction, issued, error);
}

typedef struct {
    const char *name;
    const char *sql;
} Attempt;

#define SET(column, value) "UPDATE invoice SET " column " = " value " WHERE id = 1001"
#define COPY(verb, id, rest)                                                                                 \
    verb " INTO invoice (id, type, state, customer, currency, prices, created, changed, number, series, "    \
         "sequence, "                                                                                        \
         "issue_order) VALUES (" id ", '380', 'draft', 1003, 'EUR', 'gross', 0, 0, " rest ")"
#define LINE(verb, id, owner)                                                                                \
    verb " INTO invoice_line (id, owner, position, name, quantity, price, category) VALUES (" id ", " owner  \
         ", 9, 'More', 1, 1, 'S')"
#define VAT(verb, id, owner)                                                                                 \
    verb " INTO invoice_vat (id, owner, position, category, taxable, tax) VALUES (" id ", " owner            \
         ", 9, 'S', 1, 1)"

static const Attempt refused[] = {
    { "update-number-away", SET("number", "NULL") },
    { "update-id", SET("id", "77") },
    { "update-deleted", SET("deleted_at", "1") },
    { "update-all", "UPDATE invoice SET gross = gross + 1" },
    { "update-or-replace-id", "UPDATE OR REPLACE invoice SET id = 1001 WHERE id = 1002" },
    { "update-or-replace-number", "UPDATE OR REPLACE invoice SET number = '2026-0001' WHERE id = 1002" },
    { "update-or-replace-sequence",
      "UPDATE OR REPLACE invoice SET number = 'x', series = '2026', sequence = 1 WHERE id = 1002" },
    { "update-or-replace-order",
      "UPDATE OR REPLACE invoice SET number = 'x', issue_order = 1 WHERE id = 1002" },
    { "delete", "DELETE FROM invoice WHERE id = 1001" },
    { "delete-all", "DELETE FROM invoice" },
    { "replace-id", COPY("REPLACE", "1001", "NULL, NULL, NULL, NULL") },
    { "insert-or-replace-id", COPY("INSERT OR REPLACE", "1001", "'2026-0001', '2026', 1, 1") },
    { "replace-number", COPY("REPLACE", "1009", "'2026-0001', 'x', 9, 9") },
    { "replace-sequence", COPY("REPLACE", "1009", "'x', '2026', 1, 9") },
    { "replace-order", COPY("REPLACE", "1009", "'x', 'x', 9, 1") },
    { "upsert-id",
      COPY("INSERT", "1001", "NULL, NULL, NULL, NULL") " ON CONFLICT (id) DO UPDATE SET gross = 1" },
    { "upsert-any", COPY("INSERT", "1001", "NULL, NULL, NULL, NULL") " ON CONFLICT DO UPDATE SET gross = 1" },
    { "line-update", "UPDATE invoice_line SET price = 1 WHERE owner = 1001" },
    { "line-rename", "UPDATE invoice_line SET name = 'x' WHERE owner = 1001" },
    { "line-delete", "DELETE FROM invoice_line WHERE owner = 1001" },
    { "line-insert", LINE("INSERT", "NULL", "1001") },
    { "line-move-out", "UPDATE invoice_line SET owner = 1002, position = 5 WHERE owner = 1001" },
    { "line-move-in", "UPDATE invoice_line SET owner = 1001, position = 5 WHERE owner = 1002" },
    { "line-replace", LINE("REPLACE", "(SELECT id FROM invoice_line WHERE owner = 1001)", "1002") },
    { "line-replace-position", "REPLACE INTO invoice_line (owner, position, name, quantity, price, category) "
                               "VALUES (1001, 0, 'x', 1, 1, 'S')" },
    { "line-upsert", LINE("INSERT", "(SELECT id FROM invoice_line WHERE owner = 1001)",
                          "1002") " ON CONFLICT (id) DO UPDATE SET price = 1" },
    { "line-update-or-replace",
      "UPDATE OR REPLACE invoice_line SET id = (SELECT id FROM invoice_line WHERE owner = "
      "1001) WHERE owner = 1002" },
    { "vat-update", "UPDATE invoice_vat SET tax = 1 WHERE owner = 1001" },
    { "vat-delete", "DELETE FROM invoice_vat WHERE owner = 1001" },
    { "vat-insert", VAT("INSERT", "NULL", "1001") },
    { "vat-move-out", "UPDATE invoice_vat SET owner = 1002, position = 5 WHERE owner = 1001" },
    { "vat-move-in", "UPDATE invoice_vat SET owner = 1001, position = 5 WHERE owner = 1002" },
    { "vat-replace", VAT("REPLACE", "(SELECT id FROM invoice_vat WHERE owner = 1001)", "1002") },
    { "vat-update-or-replace",
      "UPDATE OR REPLACE invoice_vat SET id = (SELECT id FROM invoice_vat WHERE owner = "
      "1001) WHERE owner = 1002" },
    { "customer-delete", "DELETE FROM customer WHERE id = 1003" },
    { "customer-cascade", "PRAGMA foreign_keys = ON; DELETE FROM customer WHERE id = 1003" },
};

static const Attempt allowed[] = {
    { "customer", "UPDATE invoice SET customer = 1003 WHERE id = 1001" },
    { "stamp", SET("changed", "5") },
    { "draft-update", "UPDATE invoice SET gross = 1 WHERE id = 1002" },
    { "draft-line", "UPDATE invoice_line SET price = 1 WHERE owner = 1002" },
    { "draft-new-line", LINE("INSERT", "NULL", "1002") },
    { "draft-delete-line", "DELETE FROM invoice_line WHERE owner = 1002" },
    { "rename-customer", "UPDATE customer SET name = 'Bea Lind' WHERE id = 1003" },
};

typedef struct {
    Shop shop;
    sqlite3 *bare;
} Case;

/* Every value of every row. */
static void
append_rows(GString *text, sqlite3 *bare, const char *sql)
{
    sqlite3_stmt *statement;

    g_assert_cmpint(sqlite3_prepare_v2(bare, sql, -1, &statement, NULL), ==, SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++)
            g_string_append_printf(text, "%s|", (const char *)sqlite3_column_text(statement, i));
        g_string_append_c(text, '\n');
    }
    sqlite3_finalize(statement);
}

static char *
fingerprint(sqlite3 *bare)
{
    GString *text = g_string_new(NULL);

    append_rows(text, bare, "SELECT * FROM invoice WHERE number = '2026-0001'");
    append_rows(text, bare, "SELECT * FROM invoice_line WHERE owner = 1001");
    append_rows(text, bare, "SELECT * FROM invoice_vat WHERE owner = 1001");
    append_rows(text, bare, "SELECT name FROM customer WHERE id = 1003");
    return g_string_free_and_steal(text);
}

static void
set_up(Case *self, gconstpointer data)
{
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;

    shop_set_up(&self->shop, NULL);
    g_assert_true(care_store_write(self->shop.store, fill, NULL, &error));
    g_assert_no_error(error);
    path = g_build_filename(self->shop.dir, "aftercare.db", NULL);
    g_assert_cmpint(sqlite3_open(path, &self->bare), ==, SQLITE_OK);
}

static void
tear_down(Case *self, gconstpointer data)
{
    sqlite3_close(self->bare);
    shop_tear_down(&self->shop, NULL);
}

static void
test_refused(Case *self, gconstpointer data)
{
    const Attempt *attempt = data;
    g_autofree char *before = fingerprint(self->bare);
    g_autofree char *after = NULL;

    g_assert_cmpint(sqlite3_exec(self->bare, attempt->sql, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
    after = fingerprint(self->bare);
    g_assert_cmpstr(before, ==, after);
}

static void
test_allowed(Case *self, gconstpointer data)
{
    const Attempt *attempt = data;
    char *message = NULL;

    sqlite3_exec(self->bare, attempt->sql, NULL, NULL, &message);
    g_assert_cmpstr(message, ==, NULL);
    g_assert_cmpint(sqlite3_changes(self->bare), ==, 1);
}

/* A column of the issued document, or of one of its lists. */
typedef struct {
    const CareKind *kind;
    const CareField *field;
} Column;

static char *
set_column(const Column *column)
{
    const char *key = column->kind->child ? "owner" : "id";

    return g_strdup_printf("UPDATE %s SET %s = %s WHERE %s = %d", column->kind->name, column->field->name,
                           care_field_is_text(column->field) ? "'x'" : "77", key, ISSUED);
}

static void
test_sealed_column(Case *self, gconstpointer data)
{
    g_autofree char *sql = set_column(data);
    Attempt attempt = { NULL, sql };

    test_refused(self, &attempt);
}

static void
test_column_after_issue(Case *self, gconstpointer data)
{
    g_autofree char *sql = set_column(data);
    Attempt attempt = { NULL, sql };

    test_allowed(self, &attempt);
}

/* Only what the guard names passes, only inside its transaction, and it leaves a trace. */
static gboolean
purge_guarded(CareTransaction *transaction, gpointer op, GError **error)
{
    return (op == NULL || care_transaction_open_guard(transaction, op, "2026-0001", error))
           && care_transaction_purge(transaction, &care_invoice_kind, ISSUED, error);
}

static gboolean
open_and_fail(CareTransaction *transaction, gpointer data, GError **error)
{
    g_assert_true(care_transaction_open_guard(transaction, "erase", NULL, NULL));
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED, "no");
    return FALSE;
}

static gint64
count(Case *self, const char *table)
{
    g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s", table);

    return care_connection_int(care_store_reader(self->shop.store), sql, -1);
}

static void
test_guard(Case *self, gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(care_store_write(self->shop.store, purge_guarded, NULL, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_cmpint(count(self, "invoice_line"), ==, 2); /* the lines came back with the rest */
    g_assert_false(care_store_write(self->shop.store, open_and_fail, NULL, NULL));
    g_assert_cmpint(count(self, "audit"), ==, 0);
    g_assert_false(care_store_write(self->shop.store, purge_guarded, NULL, NULL));
    g_assert_true(care_store_write(self->shop.store, purge_guarded, (gpointer) "erase", NULL));
    g_assert_cmpint(count(self, "invoice"), ==, 1);
    g_assert_cmpint(count(self, "guard"), ==, 0);
    g_assert_cmpint(count(self, "audit"), ==, 1);
}

static void
test_deleting_is_refused_in_words(Case *self, gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(care_test_store_remove(self->shop.store, &care_invoice_kind, ISSUED, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_nonnull(strstr(error->message, "credit note"));
    g_assert_true(care_test_store_remove(self->shop.store, &care_invoice_kind, DRAFT, NULL));
}

/* One of the triggers of the shop says no, to a program of its own. */
static gboolean
run_sql(CareTransaction *transaction, gpointer sql, GError **error)
{
    return care_connection_exec(care_transaction_connection(transaction), sql, error);
}

static void
test_triggers_have_words(Case *self, gconstpointer data)
{
    static const struct {
        const char *sql;
        const char *word;
    } cases[] = {
        { "UPDATE invoice SET gross = 1 WHERE id = 1001", "cancel it with a credit note" },
        { "DELETE FROM invoice_line WHERE owner = 1001", "cancel it with a credit note" },
        { "DELETE FROM customer WHERE id = 1003", "this customer" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_false(care_store_write(self->shop.store, run_sql, (gpointer)cases[i].sql, &error));
        g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
        g_assert_nonnull(strstr(error->message, cases[i].word));
    }
}

/* Of the test cases, which the test program keeps no hold of itself. */
static GPtrArray *columns;

static Column *
column_new(const CareKind *kind, const CareField *field)
{
    Column *column = g_new(Column, 1);

    *column = (Column){ kind, field };
    g_ptr_array_add(columns, column);
    return column;
}

/* Whatever the record tables say of a sealed kind's columns, the database does. */
static void
add_columns(const CareKind *kind)
{
    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];
        gboolean after = (field->flags & CARE_FIELD_AFTER_ISSUE) != 0;
        g_autofree char *path
            = g_strdup_printf("/frozen/%s/%s.%s", after ? "after-issue" : "sealed", kind->name, field->name);

        if (field->kind == CARE_FIELD_LIST)
            add_columns(care_kind_child(field));
        else
            g_test_add_vtable(path, sizeof(Case), column_new(kind, field), (GTestFixtureFunc)set_up,
                              (GTestFixtureFunc)(after ? test_column_after_issue : test_sealed_column),
                              (GTestFixtureFunc)tear_down);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autofree char *path = g_strconcat("/frozen/refused/", refused[i].name, NULL);

        g_test_add(path, Case, &refused[i], set_up, test_refused, tear_down);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(allowed); i++) {
        g_autofree char *path = g_strconcat("/frozen/allowed/", allowed[i].name, NULL);

        g_test_add(path, Case, &allowed[i], set_up, test_allowed, tear_down);
    }
    columns = g_ptr_array_new();
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++)
        if ((*kind)->flags & CARE_KIND_SEALED)
            add_columns(*kind);
    g_test_add("/frozen/guard", Case, NULL, set_up, test_guard, tear_down);
    g_test_add("/frozen/words", Case, NULL, set_up, test_deleting_is_refused_in_words, tear_down);
    g_test_add("/frozen/words-of-triggers", Case, NULL, set_up, test_triggers_have_words, tear_down);
    return g_test_run();
}
