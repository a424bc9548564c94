/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper of an invoice, a credit note or a draft of either. It carries what Art. 226 of Directive 2006/112/EC
 * asks for; which figures are right is decided by the model. */
#include "document/invoice-paper.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "document/invoice-paper-private.h"
#include "document/paper-format.h"

#define MAX_FACTS 8
/* The law wants these words as they are, in any language (Art. 226 no. 11a). */
#define REVERSE_CHARGE "Reverse charge"

static const CareTextStyle style_name = CARE_INVOICE_PAPER_NAME;
static const CareTextStyle style_body = CARE_INVOICE_PAPER_BODY;

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

/* A day that the paper was made and the work was done is said once. */
static gboolean
is_one_day(const CareInvoicePaper *invoice)
{
    return care_date_is_set(invoice->issued) && care_date_is_set(invoice->supplied)
           && care_date_compare(invoice->issued, invoice->supplied) == 0
           && (!care_date_is_set(invoice->supplied_until)
               || care_date_compare(invoice->supplied, invoice->supplied_until) == 0);
}

/* A draft has no day to count from yet. Transfer full; NULL where nothing is asked for. */
static char *
due_text(const CareInvoicePaper *invoice)
{
    g_autofree char *due = care_paper_format_day(invoice->due, invoice->shop.country);

    if (*due == '\0' || care_invoice_paper_is_credit(invoice) || invoice->due_amount <= 0)
        return NULL;
    /* Translators: the day by which a draft would have to be paid */
    return care_invoice_paper_is_draft(invoice) ? g_strdup_printf(C_("paper", "%s if issued today"), due)
                                                : g_steal_pointer(&due);
}

static const char *
due_label(const CareInvoicePaper *invoice)
{
    return care_invoice_paper_is_american(invoice)
               /* Translators: the day by which an invoice is to be paid, as those of the United States say it */
               ? C_("paper", "Due")
               : C_("paper", "Please pay by");
}

static void
add_opening(CareFlow *flow, const CareInvoicePaper *invoice)
{
    g_autofree char *issued = care_paper_format_day(invoice->issued, invoice->shop.country);
    g_autofree char *supplied
        = care_paper_format_period(invoice->supplied, invoice->supplied_until, invoice->shop.country);
    g_autofree char *due = due_text(invoice);
    g_autofree char *tax_id = care_letterhead_tax_id(invoice->buyer.vat_id, invoice->buyer.tax_id_name);
    gboolean one_day = is_one_day(invoice), draft = care_invoice_paper_is_draft(invoice);
    gboolean has_issued = care_invoice_paper_has(issued);
    CareFact facts[MAX_FACTS] = {
        { one_day ? C_("paper", "Date and delivery") : C_("paper", "Date"),
          has_issued ? issued : C_("paper", "on issue"), !has_issued, FALSE },
        { C_("paper", "Done on"), one_day ? NULL : supplied },
        { due_label(invoice), due, draft, TRUE },
        { C_("paper", "Job"), invoice->job },
        { C_("paper", "Quote"), invoice->agreement },
        { C_("paper", "Your reference"), invoice->buyer_reference },
        { C_("paper", "Your contact"), invoice->shop.contact_name },
        /* Translators: under which number the customer is registered for the tax */
        { C_("paper", "Your tax number"), tax_id },
    };

    care_letterhead_add_opening(flow, &invoice->shop, &invoice->buyer, facts, G_N_ELEMENTS(facts));
}

static char *
subject_line(const CareInvoicePaper *invoice)
{
    g_autofree char *date = care_paper_format_day(invoice->corrects_date, invoice->shop.country);
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
document_name(const CareInvoicePaper *invoice)
{
    g_autofree char *title = care_isolate(care_invoice_paper_get_title(invoice));
    g_autofree char *number = care_isolate(invoice->number);

    /* Translators: what a document is and its number, "Invoice 2026-0412" */
    return care_invoice_paper_has(number) ? g_strdup_printf(C_("paper", "%s %s"), title, number)
                                          : g_strdup_printf(C_("paper", "%s, draft"), title);
}

/* Whose it is and of when, for loose sheets. Transfer full. */
static char *
head_detail(const CareInvoicePaper *invoice)
{
    g_autofree char *issued = care_paper_format_day(invoice->issued, invoice->shop.country);
    g_autofree char *buyer = care_isolate(invoice->buyer.name);
    const char *parts[3] = { NULL };
    guint n = 0;

    if (care_invoice_paper_has(buyer))
        parts[n++] = buyer;
    if (care_invoice_paper_has(issued))
        parts[n++] = issued;
    return g_strjoinv(" · ", (char **)parts);
}

/* Lays the document out. Transfer full. */
CarePaper *
care_invoice_paper_layout(const CareInvoicePaper *invoice)
{
    g_autoptr(CareFlow) flow = care_flow_new(invoice->sheet != NULL ? invoice->sheet : &care_sheet_a4);
    g_autofree char *name = document_name(invoice);
    g_autofree char *subject = subject_line(invoice);
    g_autofree char *detail = head_detail(invoice);
    gboolean draft = care_invoice_paper_is_draft(invoice);

    care_flow_set_running_head(flow, name, detail, invoice->shop.name);
    if (draft)
        care_flow_set_footer(flow, C_("paper", "Draft, not yet issued"));
    care_letterhead_add(flow, &invoice->shop, &invoice->buyer);
    add_opening(flow, invoice);
    care_letterhead_add_title(flow, draft ? care_invoice_paper_get_title(invoice) : name,
                              draft ? C_("paper", "Draft") : NULL, subject);
    care_invoice_paper_add_lines(flow, invoice);
    care_flow_set_tied(flow, TRUE);
    care_invoice_paper_add_sums(flow, invoice);
    add_statements(flow, invoice);
    care_invoice_paper_add_closing(flow, invoice);

    return care_flow_finish(flow, name, invoice->shop.name);
}
