/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* No list and no report reads a whole table or sorts what an index has in order already. */
#include <string.h>

#include <gio/gio.h>

#include "model/job.h"
#include "store/kind-query.h"
#include "store/named-query.h"

#include "fixture.h"

#define QUERIES "/com/example/Aftercare/queries"

/* What may do so all the same, and why. */
static const struct {
    const char *query;
    const char *step;
    const char *why;
} pardons[] = {
    { "", "SCAN json_each VIRTUAL TABLE", "the ids of one page" },
    { "", "SCAN CONSTANT ROW", "no table" },
    { "", "SCAN year", "few: the years of a document's numbers" },
    { "store/draft", "USE TEMP B-TREE FOR ORDER BY", "few: what was being written of one thing" },
    { "store/drafts", "SCAN draft", "few: what was being written" },
    { "store/drafts-about", "SCAN draft", "few: what was being written" },
    { "store/drafts", "USE TEMP B-TREE FOR ORDER BY", "few: what was being written" },
    { "sample/due", "SCAN followup", "the making of a made-up shop, once" },
    { "sample/last-check", "SCAN followup", "the making of a made-up shop, once" },
    { "search/all-by-codes", "USE TEMP B-TREE FOR ORDER BY", "only what was found" },
    { "search/all-by-words", "USE TEMP B-TREE FOR ORDER BY", "only what was found" },
    { "customers/gifts", "USE TEMP B-TREE FOR ORDER BY", "few: of one customer" },
    { "customers/invoices", "USE TEMP B-TREE FOR ORDER BY", "few: of one customer" },
    { "customers/longest-warranty", "USE TEMP B-TREE FOR ORDER BY", "few: of one customer" },
    { "feedback/contacts", "USE TEMP B-TREE FOR ORDER BY", "few: of one complaint" },
    { "exchange/import-events", "SCAN brought", "once, at the end of an archive: of whom it brought events" },
    { "exchange/import-events", "USE TEMP B-TREE FOR GROUP BY", "once, at the end of an archive" },
    { "exchange/import-events", "USE TEMP B-TREE FOR ORDER BY", "once, at the end of an archive" },
    { "exchange/import-made-here", "SCAN made", "few: of one record" },
    { "exchange/import-made-here", "USE TEMP B-TREE FOR ORDER BY", "few: of one record" },
    { "exchange/import-move", "SCAN import", "few: imports" },
    { "exchange/import-issued", "USE TEMP B-TREE FOR ORDER BY", "once, at the end of an archive" },
    { "exchange/import-past", "SCAN import", "few: imports" },
    { "exchange/import-past", "USE TEMP B-TREE FOR ORDER BY", "few: imports" },
    { "exchange/import-to-close", "SCAN import", "few: imports" },
    { "exchange/import-unfinished", "SCAN import", "few: imports" },
    { "exchange/raise-counters-of-invoices", "USE TEMP B-TREE FOR GROUP BY",
      "once, at the end of an archive" },
    { "exchange/raise-counters-of-jobs", "USE TEMP B-TREE FOR GROUP BY", "once, at the end of an archive" },
    { "exchange/uses-file", "SCAN invoice", "only for a file that nothing else uses" },
    { "insights/pay-back", "SCAN account", "few: what was cancelled, overpaid or paid back" },
    { "invoices/drafts-with-money", "SCAN invoice", "verify reads everything" },
    { "invoices/paid-back", "USE TEMP B-TREE FOR DISTINCT", "verify reads everything" },
    { "invoices/odd-gaps", "SCAN gap", "verify reads everything" },
    { "invoices/guards", "SCAN guard", "none, or one" },
    { "invoices/last-method", "SCAN payment", "from the end, to the first that came in" },
    { "invoices/newest-record", "SCAN customer", "only until the first document is there" },
    { "invoices/newest-record", "SCAN job", "only until the first document is there" },
    { "invoices/newest-record", "USE TEMP B-TREE FOR ORDER BY", "only until the first document is there" },
    { "invoices/least-to-pay-back", "SCAN account", "few: of one invoice" },
    { "invoices/least-to-pay-back", "SCAN back", "few: of one invoice" },
    { "invoices/least-to-pay-back", "SCAN moved", "few: of one invoice" },
    { "invoices/least-to-pay-back", "SCAN paid", "few: of one invoice" },
    { "invoices/low-counters", "SCAN counted", "verify reads everything" },
    { "invoices/low-counters", "SCAN job", "verify reads everything" },
    { "invoices/low-counters", "USE TEMP B-TREE FOR GROUP BY", "verify reads everything" },
    { "jobs/raise-counters", "SCAN job", "rebuild reads everything" },
    { "jobs/raise-counters", "USE TEMP B-TREE FOR GROUP BY", "rebuild reads everything" },
    { "invoices/kept-files", "SCAN document", "every file is read" },
    { "invoices/of-job", "USE TEMP B-TREE FOR ORDER BY", "few: of one job" },
    { "invoices/payments", "USE TEMP B-TREE FOR ORDER BY", "few: of one invoice" },
    { "invoices/sums", "USE TEMP B-TREE FOR GROUP BY", "few: what is owed" },
    { "invoices/sums", "USE TEMP B-TREE FOR ORDER BY", "few: currencies" },
    { "jobs/documents", "USE TEMP B-TREE FOR ORDER BY", "few: of one job" },
    { "jobs/followups", "USE TEMP B-TREE FOR ORDER BY", "few: of one job" },
    { "jobs/in-shop", "SCAN here", "few: see /plans/grows/in-shop" },
    { "jobs/in-shop", "USE TEMP B-TREE FOR ORDER BY", "few: see /plans/grows/in-shop" },
    { "occasions/gifts-like", "USE TEMP B-TREE FOR ORDER BY", "few: of one customer" },
    { "occasions/gifts-before", "USE TEMP B-TREE FOR ORDER BY", "few: of one customer" },
    { "outreach/invoice-of-job", "USE TEMP B-TREE FOR ORDER BY", "few: of one job" },
    { "outreach/owed-invoice", "USE TEMP B-TREE FOR ORDER BY", "few: of one customer" },
    { "outreach/ready-job", "USE TEMP B-TREE FOR ORDER BY", "few: of one customer" },
    { "jobs/contacts-of-job", "USE TEMP B-TREE FOR ORDER BY", "few: of one job" },
    { "today/owed-since", "SCAN owing", "few: what the shop owes" },
    { "today/owed-since", "SCAN moved", "few: what the shop owes" },
    { "today/owed-since", "SCAN account", "few: what the shop owes" },
    { "today/owed-since", "USE TEMP B-TREE FOR GROUP BY", "few: what the shop owes" },
    { "today/owed-since", "USE TEMP B-TREE FOR ORDER BY", "few: what the shop owes" },
    { "today/owed-since", "USE TEMP B-TREE FOR LAST", "few: what the shop owes" },
    { "outreach/texts", "USE TEMP B-TREE FOR ORDER BY", "few: texts" },
    { "outreach/texts-for", "USE TEMP B-TREE FOR ORDER BY", "few: texts" },
    { "today/billings-since", "USE TEMP B-TREE FOR ORDER BY", "few: of one job" },
    { "today/opened", "SCAN audit",
      "few: what somebody did by hand, asked of a step that a file says was seen to" },
    { "today/moved-since", "SCAN document", "few: of one invoice" },
    { "today/moved-since", "SCAN moved", "few: of one invoice" },
    { "today/moved-since", "USE TEMP B-TREE FOR ORDER BY", "few: of one invoice" },
    { "customers/newest", "SCAN customer", "rows in their order, as far as they are read" },
    { "occasions/gifts", "SCAN gift", "rows in their order, as far as they are read" },
};

/* The orders of the lists: of the window, and of `list`. */
static const struct {
    const char *name;
    const char *sql;
} lists[] = {
    { "customer", "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY sort_key, id" },
    { "customer-deleted", "SELECT id FROM customer WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC" },
    { "staff", "SELECT id FROM live_staff ORDER BY sort_key, id" },
    { "device", "SELECT id FROM live_device ORDER BY sort_key, id" },
    { "text", "SELECT id FROM live_text ORDER BY sort_key, id" },
    { "plan", "SELECT id FROM live_plan ORDER BY sort_key, id" },
    { "job", "SELECT id FROM live_job ORDER BY received DESC, id DESC" },
    { "job-of-status", "SELECT id FROM live_job WHERE status = ?1 ORDER BY received DESC" },
    { "job-of-customer", "SELECT id FROM job WHERE customer = ?1 ORDER BY received DESC" },
    { "invoice", "SELECT id FROM live_invoice ORDER BY created DESC, id DESC" },
    { "invoice-of-state",
      "SELECT id FROM invoice WHERE deleted_at IS NULL AND state = ?1 ORDER BY created DESC" },
    { "invoice-of-customer", "SELECT id FROM invoice WHERE customer = ?1 ORDER BY issued_at DESC" },
    { "interaction", "SELECT id FROM live_interaction ORDER BY at DESC" },
    { "feedback", "SELECT id FROM live_feedback ORDER BY at DESC" },
    { "complaint", "SELECT id FROM live_complaint ORDER BY received DESC" },
    { "payment", "SELECT id FROM live_payment ORDER BY date DESC" },
    { "followup", "SELECT id FROM live_followup WHERE state = 'open' ORDER BY due" },
    { "timeline", "SELECT kind, id, at FROM timeline WHERE customer = ?1 ORDER BY at DESC" },
    { "phone", "SELECT owner FROM customer_phone WHERE digits = ?1" },
    { "email", "SELECT owner FROM customer_email WHERE address = ?1 COLLATE NOCASE" },
    { "page", "SELECT id, name FROM customer WHERE id IN (SELECT value FROM json_each(?1))" },
    { "name", "SELECT id FROM customer WHERE sort_key >= ?1 AND sort_key < ?2 AND deleted_at IS NULL" },
};

extern GResource *care_queries_get_resource(void);

/* A report is read whole and once: it may sort, as long as it finds its rows by an index. */
static gboolean
is_report(const char *query)
{
    return g_str_has_prefix(query, "insights/") || g_str_has_prefix(query, "sample/");
}

static gboolean
is_pardoned(const char *query, const char *step)
{
    for (gsize i = 0; i < G_N_ELEMENTS(pardons); i++)
        if ((*pardons[i].query == '\0' || strcmp(pardons[i].query, query) == 0)
            && g_str_has_prefix(step, pardons[i].step))
            return TRUE;
    return FALSE;
}

static gboolean
is_slow(const char *query, const char *step)
{
    if (strstr(step, "TEMP B-TREE") != NULL)
        return !is_report(query);
    if (!g_str_has_prefix(step, "SCAN "))
        return FALSE;
    return strstr(step, "INDEX") == NULL && strstr(step, "VIRTUAL TABLE INDEX") == NULL
           && strstr(step, "SUBQUERY") == NULL && strstr(step, "SCAN (") == NULL;
}

/* The steps of the plan that cost what they need not; NULL if there are none. */
static char *
complaints(Shop *shop, const char *query, const char *sql)
{
    g_autofree char *explain = g_strconcat("EXPLAIN QUERY PLAN ", sql, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(CareStatement) statement
        = care_connection_prepare(care_store_reader(shop->store), explain, &error);

    g_assert_no_error(error);
    while (care_statement_step(statement, &error)) {
        const char *step = care_statement_text(statement, 3);

        if (is_slow(query, step) && !is_pardoned(query, step))
            g_string_append_printf(text, "%s; ", step);
    }
    g_assert_no_error(error);
    return text->len > 0 ? g_string_free_and_steal(g_steal_pointer(&text)) : NULL;
}

static void
test_list(Shop *shop, gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_autofree char *found = complaints(shop, lists[i].name, lists[i].sql);

    if (found != NULL)
        g_test_fail_printf("%s", found);
}

static void
test_named(Shop *shop, gconstpointer data)
{
    const char *name = data;
    g_autofree char *found = complaints(shop, name, care_query_sql(name));

    if (found != NULL)
        g_test_fail_printf("%s", found);
}

/* What was deleted, of any kind: the way back and the purge look for it at every start. */
static void
test_deleted(Shop *shop, gconstpointer data)
{
    const CareKind *kind = data;
    g_autofree char *sql
        = g_strdup_printf("SELECT deleted_at, id FROM %s WHERE deleted_at IS NOT NULL AND deleted_at < ?1 "
                          "AND (deleted_at, id) > (?2, ?3) ORDER BY deleted_at, id LIMIT 1",
                          kind->name);
    g_autofree char *found = complaints(shop, "", sql);

    if (found != NULL)
        g_test_fail_printf("%s", found);
}

/* A document is looked up at each letter that is typed. */
static void
test_numbered(Shop *shop, gconstpointer data)
{
    const CareKind *kind = data;
    g_autofree char *sql = g_strdup_printf(CARE_KIND_NUMBERED, kind->name);
    g_autofree char *found = complaints(shop, "", sql);

    if (found != NULL)
        g_test_fail_printf("%s", found);
}

/* Who refers to a record that goes for good is asked by the purge, and by SQLite itself for each foreign key. Staff,
 * plans and texts are few and nearly always referred to; an index in every row for them would cost more. */
static void
test_referrers(Shop *shop, gconstpointer data)
{
    static const char *const few[] = { "staff", "plan", "text", NULL };
    const CareKind *kind = data;

    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];
        g_autofree char *sql = NULL;
        g_autofree char *found = NULL;

        if (field->kind != CARE_FIELD_REF || g_strv_contains(few, field->extra))
            continue;
        sql = g_strdup_printf("SELECT id FROM %s WHERE %s = ?1", kind->name, field->name);
        found = complaints(shop, "", sql);
        g_test_message("%s.%s", kind->name, field->name);
        g_assert_null(found);
    }
}

/* The gate itself must be able to close. */
static void
test_gate(Shop *shop, gconstpointer data)
{
    g_autofree char *scan = complaints(shop, "", "SELECT id FROM customer WHERE note = ?1");
    g_autofree char *sort
        = complaints(shop, "", "SELECT id FROM customer WHERE deleted_at IS NULL ORDER BY note");

    g_assert_nonnull(scan);
    g_assert_nonnull(strstr(sort, "TEMP B-TREE"));
}

/* What a query costs: the instructions that it takes in SQLite's machine, whatever machine it runs on. */
static int
cost_of(Shop *shop, const char *name)
{
    sqlite3 *handle = care_connection_handle(care_store_reader(shop->store));
    sqlite3_stmt *statement;
    int cost;

    g_assert_cmpint(sqlite3_prepare_v2(handle, care_query_sql(name), -1, &statement, NULL), ==, SQLITE_OK);
    sqlite3_bind_int(statement, 1, -1); /* all */
    while (sqlite3_step(statement) == SQLITE_ROW)
        ;
    cost = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, FALSE);
    sqlite3_finalize(statement);
    return cost;
}

#define CANCELLED 300

/* So many of a customer that came to nothing and were handed back. */
static gboolean
cancel_jobs(CareTransaction *transaction, gpointer customer, GError **error)
{
    for (int i = 0; i < CANCELLED; i++) {
        g_autoptr(CareRecord) job = CARE_RECORD(care_job_new());

        care_record_set_int(job, CARE_JOB_CUSTOMER, care_record_id(customer));
        care_record_set_text(job, CARE_JOB_STATUS, care_job_status_word(CARE_STATUS_CANCELLED));
        care_record_set_int(job, CARE_JOB_RETURNED, 1700000000 + i);
        if (!care_transaction_save(transaction, job, NULL, error))
            return FALSE;
    }
    return TRUE;
}

/* It is asked at each change of a job, and a shop has cancelled more of them with every year. */
static void
test_in_shop(Shop *shop, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    int before = cost_of(shop, "jobs/in-shop");

    care_store_write(shop->store, cancel_jobs, customer, &error);
    g_assert_no_error(error);
    g_assert_cmpint(cost_of(shop, "jobs/in-shop"), <=, before);
}

/* Every query by its name, "room/query". */
static void
add_named(void)
{
    g_auto(GStrv) rooms = g_resource_enumerate_children(care_queries_get_resource(), QUERIES, 0, NULL);

    for (gsize i = 0; rooms[i] != NULL; i++) {
        g_autofree char *folder = g_strconcat(QUERIES "/", rooms[i], NULL);
        g_auto(GStrv) files = g_resource_enumerate_children(care_queries_get_resource(), folder, 0, NULL);

        for (gsize j = 0; files[j] != NULL; j++) {
            int length = (int)(strlen(files[j]) - strlen(".sql"));
            g_autofree char *name = g_strdup_printf("%s%.*s", rooms[i], length, files[j]);
            g_autofree char *path = g_strconcat("/plans/named/", name, NULL);

            g_test_add(path, Shop, g_intern_string(name), shop_set_up, test_named, shop_tear_down);
        }
    }
}

int
main(int argc, char **argv)
{

    g_test_init(&argc, &argv, NULL);
    g_test_add("/plans/gate", Shop, NULL, shop_set_up, test_gate, shop_tear_down);
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autofree char *path = g_strconcat("/plans/list/", lists[i].name, NULL);

        g_test_add(path, Shop, GSIZE_TO_POINTER(i), shop_set_up, test_list, shop_tear_down);
    }
    for (const CareKind *const *kind = care_kinds(); *kind != NULL; kind++) {
        g_autofree char *deleted = g_strconcat("/plans/deleted/", (*kind)->name, NULL);
        g_autofree char *numbered = g_strconcat("/plans/numbered/", (*kind)->name, NULL);
        g_autofree char *referrers = g_strconcat("/plans/referrers/", (*kind)->name, NULL);

        g_test_add(deleted, Shop, *kind, shop_set_up, test_deleted, shop_tear_down);
        g_test_add(referrers, Shop, *kind, shop_set_up, test_referrers, shop_tear_down);
        if ((*kind)->number_digits > 0)
            g_test_add(numbered, Shop, *kind, shop_set_up, test_numbered, shop_tear_down);
    }
    g_test_add("/plans/grows/in-shop", Shop, NULL, shop_set_up, test_in_shop, shop_tear_down);
    add_named();
    return g_test_run();
}
