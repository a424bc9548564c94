/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/invoice-name.h"

#include <glib/gi18n-lib.h>

#include "model/invoice.h"

char *
care_invoice_name(CareRecord *invoice)
{
    const char *number = care_record_text(invoice, CARE_INVOICE_NUMBER);

    if (!number)
        return g_strdup(_("Draft invoice"));
    return g_strdup_printf(care_invoice_is_credit(invoice) ? _("Credit note %s") : _("Invoice %s"), number);
}

char *
care_invoice_name_with_gross(CareRecord *invoice)
{
    const char *currency = care_record_text(invoice, CARE_INVOICE_CURRENCY);
    const char *number = care_record_text(invoice, CARE_INVOICE_NUMBER);
    g_autofree char *gross = NULL;

    if (!currency) /* what is left of one, in a draft: no amount of it is known */
        return care_invoice_name(invoice);
    gross = care_money_format(care_record_int(invoice, CARE_INVOICE_GROSS), currency);
    if (!number)
        return g_strdup_printf(_("Draft invoice, %s"), gross);
    return g_strdup_printf(care_invoice_is_credit(invoice) ? _("Credit note %s, %s") : _("Invoice %s, %s"),
                           number, gross);
}

const char *
care_invoice_state_name(CareRecord *invoice)
{
    const char *state = care_record_text(invoice, CARE_INVOICE_STATE);

    if (care_invoice_is_credit(invoice) && care_invoice_state_is(state, CARE_BILL_PAID))
        return C_("credit note", "Paid back");
    if (care_invoice_is_credit(invoice) && care_invoice_state_is(state, CARE_BILL_PART))
        return C_("credit note", "Part paid back");
    return care_choice_label(&care_invoice_state_set, state);
}
