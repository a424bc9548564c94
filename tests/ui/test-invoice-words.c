/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of an invoice, and how its lines stand to what was agreed. */

#include "common/case-table.h"
#include "model/invoice-line.h"
#include "model/invoice.h"
#include "ui/invoices/invoice-facts.h"
#include "ui/invoices/invoice-menu.h"
#include "ui/invoices/invoice-words.h"
#include "ui/parts/invoice-name.h"
#include "ui/parts/line-dialog.h"

static const CareDate today = { 2026, 11, 24 };

typedef struct {
    const char *name;
    const char *number; /* NULL: a draft */
    const char *type;
    const char *state;
    CareDate due;
    CareMoney paid; /* of 49.90 */
    const char *words;
    CareTone tone;
    CareMoney rest;
} State;

static const State states[] = {
    { "draft", NULL, "380", "draft", { 0 }, 0, "draft", CARE_TONE_NEUTRAL, 0 },
    { "open", "2026-0001", "380", "issued", { 2026, 11, 30 }, 0, "unpaid", CARE_TONE_NEUTRAL, 4990 },
    { "due-today", "2026-0001", "380", "issued", { 2026, 11, 24 }, 0, "unpaid", CARE_TONE_NEUTRAL, 4990 },
    { "overdue",
      "2026-0001",
      "380",
      "issued",
      { 2026, 11, 23 },
      0,
      "1 day overdue",
      CARE_TONE_WARNING,
      4990 },
    { "long-overdue",
      "2026-0001",
      "380",
      "issued",
      { 2026, 9, 20 },
      0,
      "2 months overdue",
      CARE_TONE_WARNING,
      4990 },
    { "part", "2026-0001", "380", "part", { 2026, 11, 30 }, 2540, "€24.50 open", CARE_TONE_NEUTRAL, 2450 },
    { "part-overdue",
      "2026-0001",
      "380",
      "part",
      { 2026, 11, 1 },
      2540,
      "€24.50 open",
      CARE_TONE_WARNING,
      2450 },
    { "paid-late", "2026-0001", "380", "paid", { 2026, 11, 1 }, 4990, "paid", CARE_TONE_SUCCESS, 0 },
    { "cancelled", "2026-0001", "380", "cancelled", { 2026, 11, 1 }, 0, "cancelled", CARE_TONE_NEUTRAL, 0 },
    { "credit-note", "2026-0002", "381", "issued", { 2026, 11, 1 }, 0, "credit note", CARE_TONE_NEUTRAL, 0 },
};

typedef struct {
    const char *name;
    const char *number;
    const char *type;
    const char *state;
    const char *words;
    const char *standing;
} Named;

static const Named named[] = {
    { "draft", NULL, "380", "draft", "Draft invoice", "Draft" },
    { "invoice", "2026-0001", "380", "paid", "Invoice 2026-0001", "Paid" },
    { "invoice-part", "2026-0001", "380", "part", "Invoice 2026-0001", "Part paid" },
    { "credit", "2026-0002", "381", "issued", "Credit note 2026-0002", "Issued" },
    { "credit-part", "2026-0002", "381", "part", "Credit note 2026-0002", "Part paid back" },
    { "credit-paid", "2026-0002", "381", "paid", "Credit note 2026-0002", "Paid back" },
};

static void
test_state(gconstpointer data)
{
    const State *row = data;
    g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());
    g_autofree char *words = NULL;
    CareTone tone;

    care_record_set_text(invoice, CARE_INVOICE_NUMBER, row->number);
    care_record_set_text(invoice, CARE_INVOICE_TYPE, row->type);
    care_record_set_text(invoice, CARE_INVOICE_STATE, row->state);
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, "EUR");
    care_record_set_int(invoice, CARE_INVOICE_PAYABLE, 4990);
    care_record_set_int(invoice, CARE_INVOICE_PAID, row->paid);
    if (care_date_is_set(row->due))
        care_record_set_date(invoice, CARE_INVOICE_DUE_DATE, row->due);
    words = care_invoice_state_words(invoice, today, &tone);
    g_assert_cmpstr(words, ==, row->words);
    g_assert_cmpint(tone, ==, row->tone);
    g_assert_cmpint(care_invoice_rest(invoice), ==, row->rest);
}

/* Wherever papers are listed they are called so: of a credit note, money goes back. */
static void
test_name(gconstpointer data)
{
    const Named *row = data;
    g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());
    g_autofree char *name = NULL;
    g_autofree char *with_gross = NULL;

    care_record_set_text(invoice, CARE_INVOICE_NUMBER, row->number);
    care_record_set_text(invoice, CARE_INVOICE_TYPE, row->type);
    care_record_set_text(invoice, CARE_INVOICE_STATE, row->state);
    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, "EUR");
    care_record_set_int(invoice, CARE_INVOICE_GROSS, 1250);
    name = care_invoice_name(invoice);
    with_gross = care_invoice_name_with_gross(invoice);
    g_assert_cmpstr(name, ==, row->words);
    g_assert_true(g_str_has_prefix(with_gross, name) && g_str_has_suffix(with_gross, ", €12.50"));
    g_assert_cmpstr(care_invoice_state_name(invoice), ==, row->standing);
}

static CareRecord *
add_line(CareRecord *invoice, const char *name, CareMoney agreed, CareMoney amount)
{
    CareRecord *line = care_record_list_add(invoice, CARE_INVOICE_LINES);

    care_record_set_text(line, CARE_INVOICE_LINE_NAME, name);
    care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, CARE_DECIMAL_ONE);
    if (agreed >= 0)
        care_record_set_int(line, CARE_INVOICE_LINE_AGREED, agreed);
    care_record_set_int(line, CARE_INVOICE_LINE_AMOUNT, amount);
    return line;
}

static void
test_nothing_agreed(void)
{
    g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());
    CareMoney difference;

    g_assert_cmpint(care_invoice_line_check(invoice, add_line(invoice, "Chain", -1, 3500), &difference), ==,
                    CARE_LINE_FREE);
    g_assert_cmpint(difference, ==, 0);
}

static void
test_line_checks(void)
{
    g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());
    CareRecord *same = add_line(invoice, "Service", 9000, 9000);
    CareRecord *lower = add_line(invoice, "Burr set", 6800, 6240);
    CareRecord *added = add_line(invoice, "Spring", -1, 1200);
    CareMoney difference;
    g_autofree char *detail = NULL;

    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, "EUR");
    g_assert_cmpint(care_invoice_line_check(invoice, same, &difference), ==, CARE_LINE_AS_AGREED);
    g_assert_cmpint(care_invoice_line_check(invoice, lower, &difference), ==, CARE_LINE_LOWER);
    g_assert_cmpint(difference, ==, -560);
    g_assert_cmpint(care_invoice_line_check(invoice, added, &difference), ==, CARE_LINE_HIGHER);
    g_assert_cmpint(difference, ==, 1200);
    detail = care_invoice_line_detail(invoice, added);
    g_assert_cmpstr(detail, ==, "1 piece, not in the agreement");
}

/* Work comes in hours or as a whole, and in no pieces. */
static void
test_what_a_line_is_of(void)
{
    static const struct {
        const char *kind, *unit;
        CareDecimal quantity;
        const char *detail;
    } cases[] = {
        { "labour", NULL, 1000000, "Labour" },
        { "labour", NULL, 2000000, "2 at €60.00" },
        { "labour", "C62", 1000000, "Labour" },
        { "labour", "HUR", 1500000, "1.5 h at €60.00" },
        { "fee", NULL, 1000000, "Fee" },
        { "part", NULL, 1000000, "1 piece" },
        { "part", "C62", 1000000, "1 piece" },
        { NULL, NULL, 2000000, "2 pieces at €60.00" },
        { "part", "MTR", 3000000, "3 m at €60.00" },
        { "part", "KGM", 1125000, "1.125 kg at €60.00" },
        { "part", "LTR", 1000000, "1 l at €60.00" },
        { "part", "EA", 2000000, "2 pieces at €60.00" },
        { "part", "Spool", 2000000, "2 Spool at €60.00" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());
        CareRecord *line = add_line(invoice, "Brakes", -1, 6000);
        g_autofree char *detail = NULL;

        care_record_set_text(invoice, CARE_INVOICE_CURRENCY, "EUR");
        care_record_set_text(line, CARE_INVOICE_LINE_KIND, cases[i].kind);
        care_record_set_text(line, CARE_INVOICE_LINE_UNIT, cases[i].unit);
        care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, cases[i].quantity);
        care_record_set_int(line, CARE_INVOICE_LINE_PRICE, 60000000);
        detail = care_invoice_line_detail(invoice, line);
        g_assert_cmpstr(detail, ==, cases[i].detail);
    }
}

static char *
names_of(CareRecord *invoice)
{
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint i = 0; i < care_record_list_length(invoice, CARE_INVOICE_LINES); i++)
        g_string_append(names, care_record_text(care_record_list_item(invoice, CARE_INVOICE_LINES, i),
                                                CARE_INVOICE_LINE_NAME));
    return g_string_free(g_steal_pointer(&names), FALSE);
}

static guint
n_acts(GMenuModel *menu)
{
    guint n = 0;

    for (int i = 0; i < g_menu_model_get_n_items(menu); i++) {
        g_autoptr(GMenuModel) section = g_menu_model_get_item_link(menu, i, G_MENU_LINK_SECTION);

        n += (guint)g_menu_model_get_n_items(section);
    }
    return n;
}

/* Nothing stands beside its own button, and where nothing is left of a section, there is no line for it either. */
static void
test_menu(void)
{
    static const char *const none[] = { NULL };
    static const char *const some[] = { "invoice.preview", "invoice.print", "invoice.pay", NULL };
    g_autoptr(GMenuModel) whole = care_invoice_menu_new(FALSE, none);
    g_autoptr(GMenuModel) rest = care_invoice_menu_new(FALSE, some);
    g_autoptr(GMenuModel) draft = care_invoice_menu_new(TRUE, some);

    g_assert_cmpuint(n_acts(whole), ==, n_acts(rest) + 3);
    g_assert_cmpint(g_menu_model_get_n_items(draft), ==, 1);
    g_assert_cmpuint(n_acts(draft), ==, 1);
}

typedef struct {
    const char *name;
    guint position;
    int by; /* 0: removed */
    const char *after;
} Shift;

static const Shift shifts[] = {
    { "down", 0, 1, "bac" },      { "up", 2, -1, "acb" },         { "first-up", 0, -1, "abc" },
    { "last-down", 2, 1, "abc" }, { "remove-first", 0, 0, "bc" }, { "remove-none", 3, 0, "abc" },
};

static void
test_shift(gconstpointer data)
{
    const Shift *row = data;
    g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());
    g_autoptr(CareRecord) changed = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    add_line(invoice, "a", -1, 1);
    add_line(invoice, "b", -1, 1);
    add_line(invoice, "c", -1, 1);
    changed = row->by == 0 ? care_line_removed(invoice, CARE_INVOICE_LINES, row->position)
                           : care_line_moved(invoice, CARE_INVOICE_LINES, row->position, row->by);
    before = names_of(invoice);
    after = names_of(changed);
    g_assert_cmpstr(before, ==, "abc");
    g_assert_cmpstr(after, ==, row->after);
}

static void
test_discount_is_said(void)
{
    g_autoptr(CareRecord) invoice = CARE_RECORD(care_invoice_new());
    CareRecord *line = add_line(invoice, "Chain", -1, 3000);
    g_autofree char *detail = NULL;

    care_record_set_text(invoice, CARE_INVOICE_CURRENCY, "EUR");
    care_record_set_text(line, CARE_INVOICE_LINE_UNIT, "HUR");
    care_record_set_int(line, CARE_INVOICE_LINE_QUANTITY, 1500000);
    care_record_set_int(line, CARE_INVOICE_LINE_PRICE, 60 * CARE_DECIMAL_ONE);
    care_record_set_int(line, CARE_INVOICE_LINE_DISCOUNT, 10 * CARE_DECIMAL_ONE);
    detail = care_invoice_line_detail(invoice, line);
    g_assert_cmpstr(detail, ==, "1.5 h at €60.00, less 10%");
}

typedef struct {
    const char *name;
    CareBillingTime time;
    const char *words;
} Time;

static const Time times[] = {
    { "unknown", { -1, 3 }, NULL },
    { "usual", { 2, 3 }, "2 working days is your usual time to bill. This job has waited 3 working days." },
    { "one", { 1, 1 }, "1 working day is your usual time to bill. This job has waited 1 working day." },
    { "same-day", { 0, 0 }, "You usually bill on the same day. This job was finished today." },
    { "not-done", { 2, -1 }, "2 working days is your usual time to bill." },
};

static void
test_time(gconstpointer data)
{
    const Time *row = data;
    g_autofree char *words = care_invoice_fact_billing_time(row->time);

    g_assert_cmpstr(words, ==, row->words);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    CARE_TEST_ADD_TABLE("/invoice/state", states, name, test_state);
    CARE_TEST_ADD_TABLE("/invoice/name", named, name, test_name);
    CARE_TEST_ADD_TABLE("/invoice/shift", shifts, name, test_shift);
    CARE_TEST_ADD_TABLE("/invoice/billing-time", times, name, test_time);
    g_test_add_func("/invoice/menu", test_menu);
    g_test_add_func("/invoice/line/nothing-agreed", test_nothing_agreed);
    g_test_add_func("/invoice/line/checks", test_line_checks);
    g_test_add_func("/invoice/line/what-it-is-of", test_what_a_line_is_of);
    g_test_add_func("/invoice/line/discount", test_discount_is_said);
    return g_test_run();
}
