/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* CareInvoiceProof: the paper of a document, made before its number is given out for good. To lay out a long one takes
 * seconds, and within a transaction nobody else could save meanwhile. So a first transaction finds out what the document
 * would be and lets go of it; its paper is made; a second one makes the document again, and where it is the same, that is
 * its paper. Where somebody else took the number, it begins anew; after some tries the paper is made inside. One thread
 * at a time. */
typedef struct {
    CareRecord *document; /* as it would be; NULL: none was asked for */
    GBytes *pdf;          /* its paper; NULL: not made yet */
    guint tries;
} CareInvoiceProof;

void care_invoice_proof_clear(CareInvoiceProof *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CareInvoiceProof, care_invoice_proof_clear)

/* The paper that is there, if it is that of this document, which is then of the moment at which its paper was made. NULL
 * if it is not. Transfer full. */
GBytes *care_invoice_proof_take(CareInvoiceProof *self, CareRecord *document);
/* Asks for the paper of this document. FALSE: it was asked for often enough, and is to be made on the spot. */
gboolean care_invoice_proof_ask(CareInvoiceProof *self, CareRecord *document);
/* Whether a paper was asked for and is not made yet: the transaction failed for nothing else. */
gboolean care_invoice_proof_is_asked(const CareInvoiceProof *self);
/* Makes the paper that was asked for. Outside any transaction, on the thread of the connection. */
gboolean care_invoice_proof_make(CareInvoiceProof *self, CareConnection *connection, const char *data_dir,
                                 GError **error);

G_END_DECLS
