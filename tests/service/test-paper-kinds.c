/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Every paper of the register fills itself from the shop, lays itself out and goes into a file. */
#include <string.h>

#include "core/errors.h"
#include "model/interaction.h"
#include "model/invoice.h"
#include "service/invoices/invoice-from-job.h"
#include "service/invoices/invoice-issue.h"
#include "service/invoices/verify.h"
#include "service/paper.h"
#include "store/file-store.h"

#include "shop.h"

typedef struct {
    Shop shop;
    CareRecord *customer;
    CareRecord *job;
} Fixture;

static CarePaperDesk
desk_of(Shop *shop)
{
    return (CarePaperDesk){ .connection = care_store_reader(shop->store),
                            .data_dir = shop->dir,
                            .now = care_clock_now(shop->clock),
                            .zone = care_clock_zone(shop->clock) };
}

static void
set_up(Fixture *fixture, gconstpointer data)
{
    static const char *const settings[][2] = {
        { CARE_SETTING_SHOP_NAME, "Kettle & Spoke" },
        { CARE_SETTING_SHOP_PHONE, "030 5512 080" },
        { CARE_SETTING_SHOP_STREET, "Lindenstraße 14" },
        { CARE_SETTING_SHOP_IBAN, "DE02100100100006820101" },
    };
    g_autoptr(CareRecord) plan = NULL;

    shop_set_up_seller(&fixture->shop, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(settings); i++)
        g_assert_true(care_store_set_setting(fixture->shop.store, settings[i][0], settings[i][1], NULL));
    fixture->customer = CARE_RECORD(care_customer_new());
    care_record_set_text(fixture->customer, CARE_CUSTOMER_NAME, "Bea Koch");
    shop_save(&fixture->shop, fixture->customer);
    plan = shop_add_plan(&fixture->shop);
    fixture->job = shop_add_job(&fixture->shop, fixture->customer, plan);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    g_clear_object(&fixture->customer);
    g_clear_object(&fixture->job);
    shop_tear_down(&fixture->shop, NULL);
}

static CareRecord *
issue(Fixture *fixture)
{
    g_autoptr(CareRecord) ready = shop_move(&fixture->shop, fixture->job, "ready");
    g_autoptr(CareRecord) draft
        = care_invoice_draft_from_job(care_store_reader(fixture->shop.store), care_record_id(ready), NULL);
    g_autoptr(GError) error = NULL;
    CareRecord *issued;

    shop_save(&fixture->shop, draft);
    issued = care_invoice_issue_now(fixture->shop.store, care_record_id(draft), &error);
    g_assert_no_error(error);
    return issued;
}

static CareRecord *
letter_of(Fixture *fixture)
{
    CareRecord *letter = CARE_RECORD(care_interaction_new());

    care_record_set_int(letter, CARE_INTERACTION_CUSTOMER, care_record_id(fixture->customer));
    care_record_set_text(letter, CARE_INTERACTION_CHANNEL, "letter");
    care_record_set_text(letter, CARE_INTERACTION_SUBJECT, "Thank you, Bea");
    care_record_set_text(letter, CARE_INTERACTION_BODY, "Ride safely.\n\nYours");
    care_record_set_int(letter, CARE_INTERACTION_AT, care_clock_now(fixture->shop.clock));
    return letter;
}

static char *
text_of(Fixture *fixture, const char *name, CareRecord *record)
{
    CarePaperDesk desk = desk_of(&fixture->shop);
    g_autoptr(GError) error = NULL;
    g_autoptr(CarePaper) paper = care_paper_lay_out(care_paper_kind_by_name(name), &desk, record, &error);

    g_assert_no_error(error);
    return care_paper_get_text(paper);
}

static void
assert_says(const char *text, const char *words)
{
    if (strstr(text, words) == NULL)
        g_error("“%s” is not on the paper:\n%s", words, text);
}

/* One of each kind; a kind without one here fails. */
static CareRecord *
example(Fixture *fixture, const CareKind *of)
{
    if (of == &care_job_kind)
        return g_object_ref(fixture->job);
    if (of == &care_invoice_kind)
        return issue(fixture);
    if (of == &care_interaction_kind)
        return letter_of(fixture);
    g_error("no example of a paper of %s", of->name);
}

static void
test_all(Fixture *fixture, gconstpointer data)
{
    CarePaperDesk desk = desk_of(&fixture->shop);

    for (const CarePaperKind *const *kind = care_paper_kinds(); *kind != NULL; kind++) {
        g_autoptr(CareRecord) record = example(fixture, (*kind)->of);
        g_autofree char *text = text_of(fixture, (*kind)->name, record);
        g_autofree char *name = (*kind)->file_name(record);
        g_autofree char *path = g_strdup_printf("%s-%s.pdf", fixture->shop.dir, name);
        g_autofree char *pdf = NULL;
        g_autoptr(GError) error = NULL;

        assert_says(text, "Kettle & Spoke");
        assert_says(text, "Bea Koch");
        g_assert_true(care_paper_kind_by_name((*kind)->name) == *kind);
        g_assert_nonnull((*kind)->sheets[0]);
        care_paper_export(*kind, &desk, record, path, &error);
        g_assert_no_error(error);
        g_assert_true(g_file_get_contents(path, &pdf, NULL, NULL));
        g_assert_true(g_str_has_prefix(pdf, "%PDF"));
    }
}

static void
test_order(Fixture *fixture, gconstpointer data)
{
    g_autofree char *text = NULL;

    care_record_set_text(fixture->job, CARE_JOB_AGREED_BY, "Bea Koch");
    care_record_set_text(fixture->job, CARE_JOB_AGREED_HOW, "phone");
    shop_save(&fixture->shop, fixture->job);
    text = text_of(fixture, "order", fixture->job);
    assert_says(text, "2026-001");
    assert_says(text, "E-bike Charger4");
    assert_says(text, "R-7712/A");
    assert_says(text, "Rear brake squeals");
    assert_says(text, "€74.50");
    assert_says(text, "USt. included. Bea Koch said yes by phone, 24 Nov 2026.");
    assert_says(text, "Your copy");
    assert_says(text, "Shop copy");
}

/* What the shop does for itself (a thank-you, a call) is not the customer's date. */
static void
test_care_card(Fixture *fixture, gconstpointer data)
{
    g_autofree char *planned = text_of(fixture, "care", fixture->job);
    g_autoptr(CareRecord) collected = shop_move(&fixture->shop, fixture->job, "collected");
    g_autofree char *agreed = text_of(fixture, "care", collected);

    assert_says(planned, "24\u00a0May\u00a02027\nSpring service");
    assert_says(planned, "24\u00a0Nov\u00a02027\nOur warranty on this repair ends");
    g_assert_null(strstr(planned, "Thank-you"));
    g_assert_cmpstr(agreed, ==, planned);
}

static char *
calendar_of(Fixture *fixture, CareRecord *job)
{
    CarePaperDesk desk = desk_of(&fixture->shop);
    g_autofree char *path = g_strdup_printf("%s-care.ics", fixture->shop.dir);
    char *text = NULL;
    g_autoptr(GError) error = NULL;

    care_paper_export(care_paper_kind_by_name("care"), &desk, job, path, &error);
    g_assert_no_error(error);
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

/* A calendar knows an entry again by its UID, before hand-over and after. */
static void
test_calendar(Fixture *fixture, gconstpointer data)
{
    g_autofree char *planned = calendar_of(fixture, fixture->job);
    g_autoptr(CareRecord) collected = shop_move(&fixture->shop, fixture->job, "collected");
    g_autofree char *agreed = calendar_of(fixture, collected);

    assert_says(planned, "DTSTART;VALUE=DATE:20270524\r\n");
    assert_says(planned, "SUMMARY:Spring service · E-bike Charger4\r\n");
    assert_says(planned, "DESCRIPTION:Kettle & Spoke\\, 030 5512 080\r\n");
    g_assert_cmpstr(agreed, ==, planned);
}

/* Of an invoice from before papers knew sheets, countries and windows: its row still says all that is needed. */
static void
test_old_snapshot(Fixture *fixture, gconstpointer data)
{
    CarePaperDesk desk = desk_of(&fixture->shop);
    g_autoptr(CareRecord) issued = issue(fixture);
    g_autoptr(CarePaper) paper = NULL;
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;

    g_assert_true(care_store_set_setting(fixture->shop.store, CARE_SETTING_PAPER_SIZE, "letter", NULL));
    care_record_set_text(issued, CARE_INVOICE_SELLER,
                         "{\"shop-name\":\"Old Shop\",\"shop-street\":\"Tor 1\",\"shop-postcode\":\"10999\","
                         "\"shop-locality\":\"Berlin\",\"region\":\"DE\"}");
    care_record_set_text(issued, CARE_INVOICE_BUYER,
                         "{\"name\":\"Bea Koch\",\"street\":\"Congress Ave\",\"postcode\":\"78701\","
                         "\"locality\":\"Austin\",\"region\":\"TX\",\"country\":\"US\"}");
    paper = care_paper_lay_out(care_paper_kind_by_name("invoice"), &desk, issued, &error);
    g_assert_no_error(error);
    text = care_paper_get_text(paper);
    g_assert_cmpfloat(care_paper_get_width(paper), ==, CARE_PAPER_A4_WIDTH);
    assert_says(text, "Old Shop · Tor 1 · 10999 Berlin");
    assert_says(text, "Bea Koch\nCongress Ave\nAustin, TX 78701\nUNITED STATES");
}

static void
test_payment_code(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) issued = issue(fixture);
    g_autoptr(CareRecord) note = NULL;
    g_autofree char *invoice_text = text_of(fixture, "invoice", issued);
    g_autofree char *note_text = NULL;

    assert_says(invoice_text, "Scan to pay");
    assert_says(
        care_record_text(issued, CARE_INVOICE_SELLER),
        "\"payment-code\":\"BCD\\n002\\n1\\nSCT\\n\\nKettle & Spoke\\nDE02100100100006820101\\nEUR74.50"
        "\\n\\n\\nInvoice 2026-0001\"");
    note = care_invoice_cancel_now(fixture->shop.store, care_record_id(issued), NULL);
    note_text = text_of(fixture, "invoice", note);
    g_assert_null(strstr(note_text, "Scan to pay"));
}

/* An invoice from before there were codes is shown and printed as it went out. */
static void
test_no_later_code(Fixture *fixture, gconstpointer data)
{
    g_autoptr(CareRecord) issued = issue(fixture);
    g_autofree char *text = NULL;

    care_record_set_text(issued, CARE_INVOICE_SELLER,
                         "{\"shop-name\":\"Kettle\",\"shop-iban\":\"DE02100100100006820101\"}");
    text = text_of(fixture, "invoice", issued);
    g_assert_null(strstr(text, "Scan to pay"));
}

static void
test_kept(Fixture *fixture, gconstpointer data)
{
    CarePaperDesk desk = desk_of(&fixture->shop);
    const CarePaperKind *kind = care_paper_kind_by_name("invoice");
    g_autoptr(CareRecord) issued = issue(fixture);
    g_autofree char *path = g_strdup_printf("%s-out.pdf", fixture->shop.dir);
    g_autofree char *hash = NULL;
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(GError) error = NULL;
    char *contents;
    gsize length;

    g_assert_true(care_paper_export(kind, &desk, issued, path, NULL));
    g_assert_true(g_file_get_contents(path, &contents, &length, NULL));
    bytes = g_bytes_new_take(contents, length);
    hash = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    g_assert_cmpstr(hash, ==, care_record_text(issued, CARE_INVOICE_SHA256));
    desk.sheet = &care_sheet_letter;
    g_assert_false(care_paper_export(kind, &desk, issued, path, &error));
    g_assert_error(error, CARE_ERROR, CARE_ERROR_REFUSED);
}

static guint
n_images(CarePaper *paper)
{
    guint n = 0;

    for (guint i = 0; i < care_paper_get_n_boxes(paper, 0); i++)
        n += care_paper_get_box(paper, 0, i)->kind == CARE_BOX_IMAGE;
    return n;
}

/* A PNG of one white point. */
static GBytes *
logo_new(void)
{
    gsize length;
    guchar *png = g_base64_decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsb3rZQAAAABJRU5ErkJggg==",
        &length);

    return g_bytes_new_take(png, length);
}

static void
test_logo(Fixture *fixture, gconstpointer data)
{
    CarePaperDesk desk = desk_of(&fixture->shop);
    g_autoptr(GBytes) png = logo_new();
    g_autofree char *hash = care_file_store_put(fixture->shop.dir, png, NULL);
    g_autoptr(CarePaper) without
        = care_paper_lay_out(care_paper_kind_by_name("order"), &desk, fixture->job, NULL);
    g_autoptr(CarePaper) with = NULL;

    g_assert_true(care_store_set_setting(fixture->shop.store, CARE_SETTING_SHOP_LOGO, hash, NULL));
    with = care_paper_lay_out(care_paper_kind_by_name("order"), &desk, fixture->job, NULL);
    g_assert_cmpuint(n_images(without), ==, 0);
    g_assert_cmpuint(n_images(with), ==, 1);
}

static void
test_refusals(Fixture *fixture, gconstpointer data)
{
    CarePaperDesk desk = desk_of(&fixture->shop);
    g_autoptr(CareRecord) letter = letter_of(fixture);
    g_autoptr(GError) no_letter = NULL;
    g_autoptr(GError) no_sheet = NULL;
    g_autoptr(GError) no_dates = NULL;

    care_record_set_text(letter, CARE_INTERACTION_CHANNEL, "email");
    g_assert_null(care_paper_lay_out(care_paper_kind_by_name("letter"), &desk, letter, &no_letter));
    g_assert_error(no_letter, CARE_ERROR, CARE_ERROR_REFUSED);
    g_assert_null(care_paper_kind_sheet(care_paper_kind_by_name("care"), "a4", &no_sheet));
    g_assert_error(no_sheet, CARE_ERROR, CARE_ERROR_REFUSED);
    assert_says(no_sheet->message, "a5, a6");
    g_assert_false(care_paper_export(care_paper_kind_by_name("order"), &desk, fixture->job, "/nowhere/a.ics",
                                     &no_dates));
    g_assert_error(no_dates, CARE_ERROR, CARE_ERROR_REFUSED);
}

#define ADD(path, func) g_test_add(path, Fixture, NULL, set_up, func, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/paper-kinds/all", test_all);
    ADD("/paper-kinds/order", test_order);
    ADD("/paper-kinds/care-card", test_care_card);
    ADD("/paper-kinds/calendar", test_calendar);
    ADD("/paper-kinds/payment-code", test_payment_code);
    ADD("/paper-kinds/old-snapshot", test_old_snapshot);
    ADD("/paper-kinds/no-later-code", test_no_later_code);
    ADD("/paper-kinds/kept", test_kept);
    ADD("/paper-kinds/logo", test_logo);
    ADD("/paper-kinds/refusals", test_refusals);
    return g_test_run();
}
