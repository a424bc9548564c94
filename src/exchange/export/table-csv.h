/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* A list as a CSV file in UTF-8: a column per field, amounts and dates in the plain form of JSON. Lists of children
 * (lines, steps) are no part of a table; tags are, separated by commas. Customers are written as contacts, which our
 * own import and other programs read. Without deleted records. One snapshot; any thread that owns the connection. */
gboolean care_table_write_csv(CareConnection *connection, const CareKind *kind, GOutputStream *out,
                              GCancellable *cancellable, GError **error);
/* All customers as vCard 4.0. */
gboolean care_customers_write_vcard(CareConnection *connection, GOutputStream *out, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
