/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper of an invoice, a credit note or a draft of either. It carries what Art. 226 of Directive 2006/112/EC
 * asks for; which figures are right is decided by the model. */
#include "document/invoice-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/iban.h"
#include "document/invoice-paper-private.h"
#include "document/paper-format.h"
#include "document/qr-code.h"

#define GAP 10.0
#define MAX_FACTS 10
#define CODE_SIDE 98.0
/* The law wants these words as they are, in any language (Art. 226 no. 11a). */
#define REVERSE_CHARGE "Reverse charge"

static const CareTextStyle style_name = CARE_INVOICE_PAPER_NAME;
static const CareTextStyle style_body = { 8.5, 400, CARE_INK, CARE_ALIGN_START };
static const CareTextStyle style_quiet = { 8.5, 400, CARE_INK_DIM, CARE_ALIGN_START };

/* The word at the top: the caller's preset or the plain name of the type. Owned by the invoice or static. */
const char *
care_invoice_paper_get_title(const CareInvoicePaper *invoice)
{
    if (care_invoice_paper_has(invoice->title))
        return invoice->title;

    switch (invoice->type) {
    case CARE_PAPER_CREDIT_NOTE:
        /* Translators: German law calls this Rechnungskorrektur; Gutschrift means something else */
        return C_("paper", "Credit Note");
    case CARE_PAPER_CORRECTED_INVOICE:
        return C_("paper", "Corrected Invoice");
    case CARE_PAPER_PARTIAL_INVOICE:
        return C_("paper", "Partial Invoice");
    case CARE_PAPER_INVOICE:
    default:
        return C_("paper", "Invoice");
    }
}

static void
add_opening(CareFlow *flow, const CareInvoicePaper *invoice)
{
    g_autofree char *issued = care_paper_format_date(invoice->issued);
    g_autofree char *supplied = care_paper_format_period(invoice->supplied, invoice->supplied_until);
    g_autofree char *due = care_paper_format_date(invoice->due);
    gboolean draft = !care_invoice_paper_has(invoice->number);
    CareFact facts[MAX_FACTS] = {
        { care_invoice_paper_is_credit(invoice) ? C_("paper", "Number") : C_("paper", "Invoice no."),
          draft ? C_("paper", "number on issue") : invoice->number, draft, TRUE },
        { C_("paper", "Date"), care_invoice_paper_has(issued) ? issued : C_("paper", "on issue"),
          !care_invoice_paper_has(issued), FALSE },
        { C_("paper", "Corrects invoice"), invoice->corrects },
        { C_("paper", "Done on"), supplied },
        { C_("paper", "Please pay by"),
          care_invoice_paper_is_credit(invoice) || invoice->due_amount <= 0 ? NULL : due },
        { C_("paper", "Job"), invoice->job },
        { C_("paper", "Quote"), invoice->agreement },
        { C_("paper", "Your reference"), invoice->buyer_reference },
        { C_("paper", "Your contact"), invoice->shop.contact_name, FALSE, TRUE },
        { C_("paper", "Phone"),
          care_invoice_paper_has(invoice->shop.contact_name) ? invoice->shop.contact_phone : NULL },
    };

    care_letterhead_add_opening(flow, &invoice->buyer, facts, G_N_ELEMENTS(facts));
}

static char *
subject_line(const CareInvoicePaper *invoice)
{
    g_autofree char *date = care_paper_format_date(invoice->corrects_date);
    g_autofree char *corrects = NULL;

    if (!care_invoice_paper_has(invoice->corrects))
        return g_strdup(invoice->subject);

    corrects = care_invoice_paper_has(date)
                   ? g_strdup_printf(C_("paper", "Corrects invoice %s of %s"), invoice->corrects, date)
                   : g_strdup_printf(C_("paper", "Corrects invoice %s"), invoice->corrects);

    return care_invoice_paper_has(invoice->subject) ? g_strdup_printf("%s · %s", corrects, invoice->subject)
                                                    : g_steal_pointer(&corrects);
}

static gboolean
is_reverse_charge(const CareInvoicePaper *invoice)
{
    for (guint i = 0; i < invoice->n_taxes; i++) {
        if (g_strcmp0(invoice->taxes[i].category, "AE") == 0)
            return TRUE;
    }

    return FALSE;
}

static void
add_statement(CareFlow *flow, const char *text, const CareTextStyle *text_style, gboolean *first)
{
    if (!care_invoice_paper_has(text))
        return;
    care_flow_paragraph(flow, text, text_style, 0, *first ? 14 : 3);
    *first = FALSE;
}

/* Why there is no tax. */
static void
add_statements(CareFlow *flow, const CareInvoicePaper *invoice)
{
    gboolean first = TRUE;

    if (is_reverse_charge(invoice))
        add_statement(flow, REVERSE_CHARGE, &style_name, &first);
    for (guint i = 0; i < invoice->n_taxes; i++)
        if (g_strcmp0(invoice->taxes[i].reason, REVERSE_CHARGE) != 0)
            add_statement(flow, invoice->taxes[i].reason, &style_body, &first);
    add_statement(flow, invoice->exemption, &style_body, &first);
    care_flow_paragraph(flow, invoice->note, &style_body, 0, 14);
}

static char *
terms_text(const CareInvoicePaper *invoice)
{
    g_autofree char *due = care_paper_format_date(invoice->due);

    if (care_invoice_paper_is_credit(invoice))
        return g_strdup(care_invoice_paper_has(invoice->terms) ? invoice->terms : NULL);
    if (invoice->due_amount <= 0)
        return g_strdup(C_("paper", "Nothing is left to pay."));
    if (care_invoice_paper_has(invoice->terms))
        return g_strdup(invoice->terms);
    if (care_invoice_paper_has(due))
        return g_strdup_printf(C_("paper", "Please pay by %s."), due);

    return g_strdup(C_("paper", "Please pay on receipt."));
}

static gboolean
is_paid_by_transfer(const CareInvoicePaper *invoice)
{
    return care_invoice_paper_has(invoice->shop.iban) && !care_invoice_paper_is_credit(invoice)
           && invoice->due_amount > 0;
}

static char *
account_text(const CareInvoicePaper *invoice)
{
    g_autofree char *iban = care_iban_format(invoice->shop.iban);

    return is_paid_by_transfer(invoice) ? g_strdup_printf("%s · IBAN %s", invoice->shop.name, iban) : NULL;
}

static char *
bank_text(const CareInvoicePaper *invoice)
{
    const CareLetterhead *shop = &invoice->shop;

    if (!is_paid_by_transfer(invoice) || !care_invoice_paper_has(shop->bic))
        return g_strdup(is_paid_by_transfer(invoice) ? shop->bank : NULL);

    return care_invoice_paper_has(shop->bank) ? g_strdup_printf("BIC %s · %s", shop->bic, shop->bank)
                                              : g_strdup_printf("BIC %s", shop->bic);
}

static char *
thanks_text(const CareInvoicePaper *invoice)
{
    const CareLetterhead *shop = &invoice->shop;
    g_autofree char *phone = care_paper_unbroken(shop->contact_phone);

    if (care_invoice_paper_has(invoice->thanks))
        return g_strdup(invoice->thanks);
    if (!care_invoice_paper_has(shop->contact_name) || !care_invoice_paper_has(phone))
        return g_strdup(C_("paper", "Thank you for your trust. If anything is not right, please tell us."));
    if (!care_invoice_paper_has(shop->contact_hours))
        /* Translators: a person and a phone number */
        return g_strdup_printf(
            C_("paper", "Thank you for your trust. If anything is not right, call %s on %s."),
            shop->contact_name, phone);

    /* Translators: a person, a phone number, the hours: "Tuesday to Saturday" */
    return g_strdup_printf(
        C_("paper", "Thank you for your trust. If anything is not right, call %s on %s, %s."),
        shop->contact_name, phone, shop->contact_hours);
}

static double
add_closing_line(CareFlow *flow, double x, double y, const char *text, const CareTextStyle *style)
{
    double width = MIN(care_flow_get_width(flow) - x, 330);
    double height = care_flow_text(flow, x, y, width, text, style);

    return height > 0 ? y + height + 5 : y;
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

/* How to pay and a word of thanks, kept together. */
static void
add_closing(CareFlow *flow, const CareInvoicePaper *invoice)
{
    g_autofree char *terms = terms_text(invoice);
    g_autofree char *account = account_text(invoice);
    g_autofree char *bank = bank_text(invoice);
    g_autofree char *thanks = thanks_text(invoice);
    g_autoptr(CareQrCode) code = payment_code(invoice);
    double x = code != NULL ? CODE_SIDE + 18 : 0;
    double y = 0;

    care_flow_begin_block(flow, 44);
    if (code != NULL)
        care_flow_code(flow, 0, 0, CODE_SIDE, code->modules);
    y = add_closing_line(flow, x, y, terms, &style_body);
    y = add_closing_line(flow, x, y, account, &style_body);
    y = add_closing_line(flow, x, y, bank, &style_body);
    if (code != NULL)
        y = add_closing_line(flow, x, y, C_("paper", "Scan the code with your banking app."), &style_quiet);
    add_closing_line(flow, x, y > 0 ? y + 8 : 0, thanks, &style_body);
    care_flow_end_block(flow, CARE_BLOCK_DEFAULT);
}

static char *
document_name(const CareInvoicePaper *invoice)
{
    const char *title = care_invoice_paper_get_title(invoice);

    /* Translators: what a document is and its number, "Invoice 2026-0412" */
    return care_invoice_paper_has(invoice->number)
               ? g_strdup_printf(C_("paper", "%s %s"), title, invoice->number)
               : g_strdup_printf(C_("paper", "%s, draft"), title);
}

/* Lays the document out on A4. Transfer full. */
CarePaper *
care_invoice_paper_layout(const CareInvoicePaper *invoice)
{
    g_autoptr(CareFlow) flow = care_flow_new(invoice->sheet != NULL ? invoice->sheet : &care_sheet_a4);
    g_autofree char *name = document_name(invoice);
    g_autofree char *subject = subject_line(invoice);
    gboolean draft = !care_invoice_paper_has(invoice->number);

    care_flow_set_running_head(flow, name, invoice->shop.name);
    if (draft)
        care_flow_set_footer(flow, C_("paper", "Draft, not yet issued"));
    care_letterhead_add(flow, &invoice->shop);
    add_opening(flow, invoice);
    care_letterhead_add_title(flow, care_invoice_paper_get_title(invoice),
                              draft ? C_("paper", "Draft") : NULL, subject);
    care_invoice_paper_add_lines(flow, invoice);
    care_invoice_paper_add_sums(flow, invoice);
    add_statements(flow, invoice);
    add_closing(flow, invoice);

    return care_flow_finish(flow, name, invoice->shop.name);
}
