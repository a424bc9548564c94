/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of an invoice: a word of thanks and how to pay. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/listed.h"
#include "document/iban.h"
#include "document/invoice-paper-private.h"
#include "document/paper-format.h"
#include "document/qr-code.h"

#define CODE_SIDE (32 * CARE_MM)
#define LEAST_MODULE (0.5 * CARE_MM)
#define CODE_GAP (7 * CARE_MM) /* white around a code is at least four of its modules */
#define BELOW_FOLD (9 * CARE_MM)
#define MAX_ROWS 4

static const CareTextStyle style_body = CARE_INVOICE_PAPER_BODY;
static const CareTextStyle style_heading = { 11, 600, CARE_INK, CARE_ALIGN_START, FALSE, 14 };
static const CareTextStyle style_label = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START, FALSE, 12.8 };
static const CareTextStyle style_value = { 8.5, 400, CARE_INK, CARE_ALIGN_START, FALSE, 12.8 };

static gboolean
is_paid_by_transfer(const CareInvoicePaper *invoice)
{
    return care_invoice_paper_has(invoice->shop.iban) && !care_invoice_paper_is_credit(invoice)
           && invoice->due_amount > 0;
}

/* The shop's own terms, or what is not said by the facts and the transfer. Transfer full, nullable. */
static char *
terms_text(const CareInvoicePaper *invoice)
{
    g_autofree char *due = care_paper_format_day(invoice->due, invoice->shop.country);

    if (care_invoice_paper_is_credit(invoice))
        return g_strdup(invoice->terms);
    if (invoice->due_amount <= 0)
        return g_strdup(C_("paper", "Nothing is left to pay."));
    if (care_invoice_paper_has(invoice->terms))
        return g_strdup(invoice->terms);
    if (care_invoice_paper_is_draft(invoice))
        return NULL;
    if (!care_invoice_paper_has(due))
        return g_strdup(C_("paper", "Please pay on receipt."));

    return is_paid_by_transfer(invoice) ? NULL : g_strdup_printf(C_("paper", "Please pay by %s."), due);
}

static gboolean
is_signed(const CareInvoicePaper *invoice)
{
    return !care_invoice_paper_has(invoice->thanks) && care_invoice_paper_has(invoice->shop.contact_name)
           && care_invoice_paper_has(invoice->shop.contact_phone);
}

/* The call is at a number in the United States, and on it elsewhere. */
static char *
call_us(gboolean american, const char *phone, const char *hours)
{
    if (!care_invoice_paper_has(hours))
        /* Translators: a phone number; the person signs below */
        return g_strdup_printf(
            american ? C_("paper", "Thank you for your trust. If anything is not right, call me at %s.")
                     : C_("paper", "Thank you for your trust. If anything is not right, call me on %s."),
            phone);

    /* Translators: a phone number, the hours: "Tuesday to Saturday"; the person signs below */
    return g_strdup_printf(
        american ? C_("paper", "Thank you for your trust. If anything is not right, call me at %s, %s.")
                 : C_("paper", "Thank you for your trust. If anything is not right, call me on %s, %s."),
        phone, hours);
}

static char *
thanks_text(const CareInvoicePaper *invoice)
{
    const CareLetterhead *shop = &invoice->shop;
    g_autofree char *phone = care_paper_unbroken(shop->contact_phone);

    if (care_invoice_paper_has(invoice->thanks))
        return g_strdup(invoice->thanks);
    if (!is_signed(invoice))
        return g_strdup(C_("paper", "Thank you for your trust. If anything is not right, please tell us."));

    return call_us(care_invoice_paper_is_american(invoice), phone, shop->contact_hours);
}

static void
add_thanks(CareFlow *flow, const CareInvoicePaper *invoice)
{
    g_autofree char *terms = terms_text(invoice);
    g_autofree char *thanks = thanks_text(invoice);

    care_flow_paragraph(flow, terms, &style_body, 0, 24);
    care_flow_paragraph(flow, thanks, &style_body, 0, care_invoice_paper_has(terms) ? 8 : 28);
    if (is_signed(invoice))
        care_flow_paragraph(flow, invoice->shop.contact_name, &style_body, 0, 8);
}

/* The code beside the words; NULL where there is nothing to pay or the payload is too long for a code. */
static CareQrCode *
payment_code(const CareInvoicePaper *invoice)
{
    if (!care_invoice_paper_has(invoice->payment_code) || invoice->due_amount <= 0
        || care_invoice_paper_is_credit(invoice))
        return NULL;

    return care_qr_code_new(invoice->payment_code, strlen(invoice->payment_code));
}

/* A label and what is to be typed. */
typedef struct {
    const char *label;
    char *value;
} Row;

static char *
amount_text(const CareInvoicePaper *invoice)
{
    g_autofree char *amount = care_money_format(invoice->due_amount, invoice->currency);
    g_autofree char *due = care_paper_format_day(invoice->due, invoice->shop.country);

    if (!care_invoice_paper_has(due) || care_invoice_paper_is_draft(invoice))
        return g_steal_pointer(&amount);
    /* Translators: an amount and the day by which it is to be paid */
    return g_strdup_printf(C_("paper", "%s by %s"), amount, due);
}

/* The values are the caller's. */
static void
fill_rows(const CareInvoicePaper *invoice, Row rows[MAX_ROWS])
{
    const CareLetterhead *shop = &invoice->shop;

    rows[0] = (Row){ C_("paper", "To"), care_listed((const char *const[]){ shop->name, shop->bank, NULL }) };
    rows[1] = (Row){ "IBAN", care_iban_format(shop->iban) };
    rows[2]
        = (Row){ C_("paper", "Reference"), care_invoice_paper_has(invoice->number)
                                               ? g_strdup_printf(C_("paper", "Invoice %s"), invoice->number)
                                               : NULL };
    rows[3] = (Row){ C_("paper", "Amount"), amount_text(invoice) };
}

static double
add_rows(CareFlow *flow, double x, double y, const Row rows[MAX_ROWS])
{
    double label_width = 0, value_x;

    for (guint i = 0; i < MAX_ROWS; i++)
        label_width = MAX(label_width, care_invoice_paper_text_width(flow, rows[i].label, &style_label));
    label_width = MIN(label_width, 120);
    value_x = x + label_width + 24;
    for (guint i = 0; i < MAX_ROWS; i++) {
        double label, value;

        if (!care_invoice_paper_has(rows[i].value))
            continue;
        label = care_flow_text(flow, x, y, label_width, rows[i].label, &style_label);
        value = care_flow_text(flow, value_x, y, care_flow_get_width(flow) - value_x, rows[i].value,
                               &style_value);
        y += MAX(label, value);
    }
    return y;
}

static void
add_transfer(CareFlow *flow, const CareInvoicePaper *invoice, double x, gboolean has_code)
{
    Row rows[MAX_ROWS];
    double width = care_flow_get_width(flow) - x;
    double y = care_flow_text(
        flow, x, 0, width, has_code ? C_("paper", "Scan to pay") : C_("paper", "How to pay"), &style_heading);

    if (has_code)
        y += care_flow_text(flow, x, y, width, C_("paper", "with your banking app, or transfer by hand:"),
                            &style_label);
    fill_rows(invoice, rows);
    add_rows(flow, x, y + 4, rows);
    for (guint i = 0; i < MAX_ROWS; i++)
        g_free(rows[i].value);
}

/* No fold goes through a code: where the sheet is folded, it stands well below the lower one. */
static double
below_the_folds(CareFlow *flow)
{
    const CareWindow *window = care_flow_get_sheet(flow)->window;

    return window != NULL ? window->folds[1] + BELOW_FOLD : 0;
}

static void
add_payment(CareFlow *flow, const CareInvoicePaper *invoice)
{
    g_autoptr(CareQrCode) code = payment_code(invoice);
    double side = code != NULL ? MAX(CODE_SIDE, code->side * LEAST_MODULE) : 0;

    if (!is_paid_by_transfer(invoice))
        return;
    if (code == NULL)
        care_flow_begin_block(flow, 22);
    else {
        care_flow_begin_block_at(flow, below_the_folds(flow), 22);
        care_flow_code(flow, 0, 0, side, code->modules);
    }
    add_transfer(flow, invoice, code != NULL ? side + CODE_GAP : 0, code != NULL);
    care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
}

void
care_invoice_paper_add_closing(CareFlow *flow, const CareInvoicePaper *invoice)
{
    add_thanks(flow, invoice);
    add_payment(flow, invoice);
}
