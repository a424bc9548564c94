/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/invoice-paper.h"
#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The paper of an invoice: of a draft with the parties as they are now, of an issued one from its frozen row alone.
 * The same layout serves preview, print and PDF. Any thread, with that thread's connection. Transfer full. */
CarePaper *care_invoice_document_layout(CareConnection *connection, CareRecord *invoice, GError **error);

G_END_DECLS
