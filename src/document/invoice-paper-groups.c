/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts and work apart: where a state taxes the one and not the other, it does so only if the invoice states them
 * separately; and people there know it so. */
#include "document/invoice-paper-private.h"

#include <glib/gi18n-lib.h>

static const char *
title_of(CarePaperLineKind kind)
{
    switch (kind) {
    case CARE_PAPER_LINE_PART:
        return C_("paper", "Parts");
    case CARE_PAPER_LINE_LABOUR:
        /* Translators: work, as invoices of the United States call it */
        return C_("paper", "Labor");
    case CARE_PAPER_LINE_FEE:
        return C_("paper", "Fees");
    case CARE_PAPER_LINE_OTHER:
    case CARE_PAPER_LINE_KINDS:
    default:
        return C_("paper", "Other");
    }
}

static gboolean
add_group(const CareInvoicePaper *invoice, CarePaperLineKind kind, CareInvoicePaperGroup *group)
{
    guint n = 0;

    *group = (CareInvoicePaperGroup){ .kind = kind, .title = title_of(kind) };
    for (guint i = 0; i < invoice->n_lines; i++) {
        const CareInvoicePaperLine *line = &invoice->lines[i];

        if (line->kind != kind)
            continue;
        group->sum += line->amount;
        group->taxed = group->taxed || line->tax_rate != 0;
        n++;
    }
    return n > 0;
}

guint
care_invoice_paper_groups(const CareInvoicePaper *invoice,
                          CareInvoicePaperGroup groups[CARE_PAPER_LINE_KINDS])
{
    guint n = 0;

    if (!care_invoice_paper_is_american(invoice))
        return 0;
    for (CarePaperLineKind kind = 0; kind < CARE_PAPER_LINE_KINDS; kind++)
        n += add_group(invoice, kind, &groups[n]);
    return n > 1 ? n : 0;
}
