/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* A long paper takes its time, and keeps nobody else from saving or issuing. */
#include "document/paper-render.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "service/invoices/invoice-document.h"
#include "service/invoices/invoice-draft.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/verify.h"

#include "shop.h"

#define LONG 80

static CareRecord *
add_draft(Shop *shop, guint lines)
{
    g_autoptr(CareRecord) customer = shop_add_customer(shop, "Bea Koch", NULL);
    g_autoptr(CareRecord) draft
        = care_invoice_draft_new(care_store_reader(shop->store), care_record_id(customer));
    g_autofree char *name = g_strnfill(480, 'm');

    for (guint i = 0; i < lines; i++) {
        CareRecord *line = care_record_list_add(draft, CARE_INVOICE_LINES);

        care_record_set_text(line, CARE_INVOICE_LINE_NAME, lines > 1 ? name : "Bell");
        care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, 1000000);
        care_record_set_int(line, CARE_INVOICE_LINE_PRICE, 100000);
        care_invoice_line_set_defaults(care_store_reader(shop->store), line);
    }
    shop_save(shop, draft);
    return g_steal_pointer(&draft);
}

typedef struct {
    CareRecord *record;
    gboolean done;
} Issued;

static void
on_issued(GObject *source, GAsyncResult *result, gpointer data)
{
    Issued *issued = data;
    g_autoptr(GError) error = NULL;

    issued->record = care_invoice_issue_finish(CARE_STORE(source), result, &error);
    g_assert_no_error(error);
    issued->done = TRUE;
}

static gboolean
can_write(CareConnection *connection)
{
    if (!care_connection_exec(connection, "BEGIN IMMEDIATE", NULL))
        return FALSE;
    g_assert_true(care_connection_exec(connection, "ROLLBACK", NULL));
    return TRUE;
}

/* What was kept is the paper of the row as it stands. */
static void
assert_own_paper(Shop *shop, CareRecord *issued)
{
    CarePaperDesk desk = { .connection = care_store_reader(shop->store), .data_dir = shop->dir };
    g_autoptr(CareRecord) stored
        = care_store_get(shop->store, &care_invoice_kind, care_record_id(issued), NULL);
    g_autoptr(CarePaper) paper = care_invoice_document_layout(&desk, stored, NULL);
    g_autoptr(GBytes) wanted
        = care_paper_write_pdf(paper, care_record_int(stored, CARE_INVOICE_ISSUED_AT), NULL);
    g_autofree char *path = care_invoice_pdf_path(shop->dir, stored);
    g_autofree char *kept = NULL;
    gsize length = 0;

    g_assert_true(g_file_get_contents(path, &kept, &length, NULL));
    g_assert_cmpmem(kept, length, g_bytes_get_data(wanted, NULL), g_bytes_get_size(wanted));
}

static void
assert_well(Shop *shop)
{
    g_autoptr(CareVerification) verification = care_verify(shop->store, NULL);

    g_assert_cmpuint(verification->problems->len, ==, 0);
}

/* Held up are the others for what two short transactions take, whatever the paper does. */
static void
test_others_save_meanwhile(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = add_draft(shop, LONG);
    g_autofree char *path = g_build_filename(shop->dir, "aftercare.db", NULL);
    g_autoptr(CareConnection) beside = care_connection_open(path, CARE_CONNECTION_WRITE, NULL);
    Issued issued = { 0 };
    gint64 begun = g_get_monotonic_time(), free_at = begun, shut = 0, whole;

    g_assert_true(care_connection_exec(beside, "PRAGMA busy_timeout = 0", NULL));
    care_invoice_issue_async(shop->store, draft, on_issued, &issued);
    while (!issued.done) {
        gboolean free = can_write(beside);
        gint64 now = g_get_monotonic_time();

        shut = MAX(shut, now - free_at);
        free_at = free ? now : free_at;
        g_main_context_iteration(NULL, FALSE);
        g_usleep(500);
    }
    whole = g_get_monotonic_time() - begun;
    g_test_message("others waited %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " ms", shut / 1000,
                   whole / 1000);
    g_assert_cmpint(shut, <, whole / 2);
    assert_own_paper(shop, issued.record);
    assert_well(shop);
    g_object_unref(issued.record);
}

/* The short one is there first, most often, and the long one, whose paper bore its number, gets the next. */
static void
test_two_at_once(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) longer = add_draft(shop, LONG);
    g_autoptr(CareRecord) shorter = add_draft(shop, 1);
    g_autoptr(CareStore) other = care_store_open(shop->dir, shop->clock, 0, NULL);
    Issued first = { 0 }, second = { 0 };

    care_invoice_issue_async(shop->store, longer, on_issued, &second);
    care_invoice_issue_async(other, shorter, on_issued, &first);
    while (!first.done || !second.done)
        g_main_context_iteration(NULL, TRUE);
    if (g_str_equal(care_record_text(first.record, CARE_INVOICE_NUMBER), "2026-0001"))
        g_assert_cmpstr(care_record_text(second.record, CARE_INVOICE_NUMBER), ==, "2026-0002");
    else /* a busy machine lets it wait */
        g_assert_cmpstr(care_record_text(second.record, CARE_INVOICE_NUMBER), ==, "2026-0001");
    assert_own_paper(shop, first.record);
    assert_own_paper(shop, second.record);
    assert_well(shop);
    g_object_unref(first.record);
    g_object_unref(second.record);
}

typedef struct {
    CareInvoiceProof proof;
    CareId draft;
} Slow;

static gpointer
issue_slowly(CareTransaction *transaction, gpointer data, GError **error)
{
    Slow *slow = data;

    return care_invoice_issue(transaction, slow->draft, &slow->proof, error);
}

static void
issue_another(Shop *shop)
{
    g_autoptr(CareRecord) draft = add_draft(shop, 1);
    g_autoptr(CareRecord) issued = care_invoice_issue_now(shop->store, care_record_id(draft), NULL);

    g_assert_nonnull(issued);
}

/* Somebody else takes the number each time, and its turn comes all the same. */
static void
test_always_too_late(Shop *shop, gconstpointer data)
{
    g_autoptr(CareRecord) draft = add_draft(shop, 1);
    g_autoptr(CareRecord) issued = NULL;
    Slow slow = { .draft = care_record_id(draft) };

    for (guint others = 0; issued == NULL; others++) {
        g_assert_cmpuint(others, <, 5);
        issue_another(shop);
        issued = care_store_run(shop->store, issue_slowly, &slow, g_object_unref, NULL);
        g_assert_true((issued != NULL) == !care_invoice_proof_is_asked(&slow.proof));
        if (issued == NULL)
            g_assert_true(
                care_invoice_proof_make(&slow.proof, care_store_reader(shop->store), shop->dir, NULL));
    }
    care_invoice_proof_clear(&slow.proof);
    assert_own_paper(shop, issued);
    assert_well(shop);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, func) g_test_add("/issue-long/" name, Shop, NULL, shop_set_up_seller, func, shop_tear_down)
    ADD("others-save", test_others_save_meanwhile);
    ADD("two-at-once", test_two_at_once);
    ADD("too-late", test_always_too_late);
    return g_test_run();
}
