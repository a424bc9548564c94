/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/reminder.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "document/paper-format.h"
#include "model/invoice.h"
#include "store/named-query.h"
#include "store/setting.h"

static gboolean
is_open(CareRecord *invoice)
{
    const char *state = care_record_text(invoice, CARE_INVOICE_STATE);

    return care_invoice_type_is(care_record_text(invoice, CARE_INVOICE_TYPE), CARE_BILL_INVOICE)
           && (care_invoice_state_is(state, CARE_BILL_ISSUED)
               || care_invoice_state_is(state, CARE_BILL_PART));
}

static gboolean
was_reminded(CareRecord *invoice, CareDate today, GTimeZone *zone)
{
    return care_record_is_set(invoice, CARE_INVOICE_REMINDED)
           && care_date_compare(care_date_of_instant(care_record_int(invoice, CARE_INVOICE_REMINDED), zone),
                                today)
                  == 0;
}

/* What cannot be read is taken for one. */
static gboolean
has_complaint(CareConnection *connection, CareRecord *invoice)
{
    gint64 any = TRUE;

    care_query_int(connection, "invoices/has-complaint", &any, NULL, "ii",
                   care_record_int(invoice, CARE_INVOICE_CUSTOMER),
                   care_record_int(invoice, CARE_INVOICE_JOB));
    return any != 0;
}

char *
care_reminder_refusal(CareConnection *connection, CareRecord *invoice, CareDate today, GTimeZone *zone)
{
    const char *number = care_record_text(invoice, CARE_INVOICE_NUMBER);
    CareDate due = care_record_date(invoice, CARE_INVOICE_DUE_DATE);

    if (number == NULL || !is_open(invoice))
        return g_strdup(_("Nothing of this invoice is open, so there is nothing to remind of."));
    if (care_date_is_set(due) && care_date_compare(due, today) >= 0) {
        g_autofree char *country = care_setting_read(connection, CARE_SETTING_REGION);
        g_autofree char *day = care_paper_format_date(due, country);

        return g_strdup_printf(_("Invoice %s is due on %s. A reminder can go out from the day after."),
                               number, day);
    }
    if (was_reminded(invoice, today, zone))
        return g_strdup_printf(_("They were reminded of invoice %s today already. Once a day is enough."),
                               number);
    if (has_complaint(connection, invoice))
        return g_strdup_printf(
            _("A complaint about this is open. Solve it first; the reminder of invoice %s waits."), number);
    return NULL;
}
