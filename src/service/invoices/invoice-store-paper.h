/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "service/invoices/invoice-proof.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Stores the paper of a document with its number, and its hash in the record; laid out here where there is no proof
 * (invoice-proof.h). It is on the disk, synced, before its row commits. What has its name already, be it of a crash or the
 * last copy of a document that a damaged shop does not know any more, is put aside into backups/, never overwritten. */
gboolean care_invoice_store_paper(CareTransaction *transaction, CareRecord *invoice, CareInvoiceProof *proof,
                                  GError **error);
/* Moves a file that has the name of a paper into backups/papers, where nothing is overwritten; TRUE if there is none. */
gboolean care_paper_put_aside(const char *data_dir, const char *path, GError **error);

G_END_DECLS
