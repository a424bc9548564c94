/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The parties of an invoice as they are on the day of issue, as JSON objects of plain strings: kept in the frozen row,
 * so that renaming a customer or moving the shop never changes an old invoice. Transfer full. */
char *care_invoice_seller_snapshot(CareConnection *connection, CareId contact);
/* With the job's number and device, which are part of what the customer was told. */
char *care_invoice_buyer_snapshot(CareConnection *connection, CareRecord *invoice, GError **error);

G_END_DECLS
