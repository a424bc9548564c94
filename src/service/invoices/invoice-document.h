/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/paper.h"

G_BEGIN_DECLS

/* The invoice as paper: of a draft with the parties as they are now, of an issued one from its frozen row alone. */
extern const CarePaperKind care_invoice_paper_kind;

/* Its parties as they are today, kept in the frozen row on issue: with what the payment code says, once it has a
 * number. Any thread, with that thread's connection. Transfer full; NULL on an error. */
char *care_invoice_seller(CareConnection *connection, CareRecord *invoice, GError **error);
char *care_invoice_buyer(CareConnection *connection, CareRecord *invoice, GError **error);

/* Whether somebody had said yes to a price that the invoice can be held against; of an issued one, when it was issued. */
gboolean care_invoice_was_agreed(CareConnection *connection, CareRecord *invoice);

CarePaper *care_invoice_document_layout(const CarePaperDesk *desk, CareRecord *invoice, GError **error);
/* The stored paper of an issued document: DIR/issued/NUMBER.pdf; NULL for a draft. Transfer full. */
char *care_invoice_pdf_path(const char *data_dir, CareRecord *invoice);

G_END_DECLS
