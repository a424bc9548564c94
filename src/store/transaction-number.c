/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The counters of the series that numbers are taken from. */
#include "store/transaction.h"

static gboolean
take_number(CareStatement *row, gpointer number, GError **error)
{
    *(gint64 *)number = care_statement_int(row, 0);
    return TRUE;
}

gboolean
care_transaction_next_number(CareTransaction *self, const char *series, gint64 *out, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(care_transaction_connection(self),
                                  "INSERT INTO counter (series, last) VALUES (?1, 1) ON CONFLICT (series) DO "
                                  "UPDATE SET last = last + 1 WHERE last BETWEEN 0 AND ?2 RETURNING last",
                                  error);

    *out = 0;
    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, series);
    care_statement_bind_int(statement, 2, CARE_NUMBER_MAX - 1);
    return care_statement_each(statement, take_number, out, error);
}
