/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-store-paper.h"

#include <gio/gio.h>

#include "document/paper-render.h"
#include "model/invoice.h"
#include "service/invoices/invoice-document.h"
#include "store/file-store.h"
#include "store/put-aside.h"

gboolean
care_paper_put_aside(const char *data_dir, const char *path, GError **error)
{
    return care_put_aside(data_dir, path, "papers", error);
}

static GBytes *
lay_out(CareTransaction *transaction, CareRecord *invoice, GError **error)
{
    CarePaperDesk desk = { .connection = care_transaction_connection(transaction),
                           .data_dir = care_transaction_data_dir(transaction),
                           .now = care_transaction_now(transaction),
                           .zone = care_transaction_zone(transaction) };
    g_autoptr(CarePaper) paper = care_invoice_document_layout(&desk, invoice, error);

    return paper != NULL
               ? care_paper_write_pdf(paper, care_record_int(invoice, CARE_INVOICE_ISSUED_AT), error)
               : NULL;
}

static GBytes *
paper_of(CareTransaction *transaction, CareRecord *invoice, CareInvoiceProof *proof, GError **error)
{
    GBytes *pdf = proof != NULL ? care_invoice_proof_take(proof, invoice) : NULL;

    if (pdf != NULL)
        return pdf;
    if (proof == NULL || !care_invoice_proof_ask(proof, invoice))
        return lay_out(transaction, invoice, error);
    /* for nobody's eyes: whoever began the transaction makes the paper and begins it again */
    g_set_error_literal(error, G_IO_ERROR, G_IO_ERROR_PENDING, "the paper is to be made first");
    return NULL;
}

gboolean
care_invoice_store_paper(CareTransaction *transaction, CareRecord *invoice, CareInvoiceProof *proof,
                         GError **error)
{
    const char *data_dir = care_transaction_data_dir(transaction);
    g_autoptr(GBytes) pdf = paper_of(transaction, invoice, proof, error);
    g_autofree char *path = care_invoice_pdf_path(data_dir, invoice);
    g_autofree char *hash = NULL;

    if (pdf == NULL || !care_paper_put_aside(data_dir, path, error)
        || !care_file_write_durably(path, pdf, error))
        return FALSE;
    care_transaction_made_file(transaction, path);
    hash = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, pdf);
    care_record_set_text(invoice, CARE_INVOICE_SHA256, hash);
    return TRUE;
}
