/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/number-room.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/invoice.h"
#include "model/job.h"
#include "store/named-query.h"
#include "store/transaction.h"

static gboolean
check(CareConnection *connection, const char *query, const char *series, gint64 sequence, GError **error)
{
    gint64 beyond = 0;

    if (sequence <= CARE_NUMBER_FARTHEST)
        return TRUE;
    if (!care_query_int(connection, query, &beyond, error, "sii", series, (gint64)CARE_NUMBER_FARTHEST,
                        (gint64)CARE_NUMBER_MAX))
        return FALSE;
    if (sequence - CARE_NUMBER_FARTHEST <= beyond)
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_REFUSED,
                        _("Its number leaves no room behind it for those that follow."));
    return FALSE;
}

gboolean
care_number_check_room(CareConnection *connection, CareRecord *record, GError **error)
{
    const char *number, *dash;
    g_autofree char *year = NULL;

    if (care_record_is(record, &care_invoice_kind))
        return check(connection, "invoices/count-beyond", care_record_text(record, CARE_INVOICE_SERIES),
                     care_record_int(record, CARE_INVOICE_SEQUENCE), error);
    number = care_record_is(record, &care_job_kind) ? care_record_text(record, CARE_JOB_NUMBER) : NULL;
    dash = number != NULL ? strchr(number, '-') : NULL;
    if (dash == NULL)
        return TRUE;
    year = g_strndup(number, (gsize)(dash - number));
    return check(connection, "jobs/count-beyond", year, g_ascii_strtoll(dash + 1, NULL, 10), error);
}
