/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-proof.h"

#include "document/paper-render.h"
#include "model/invoice.h"
#include "service/invoices/invoice-content.h"
#include "service/invoices/invoice-document.h"

/* So often somebody else may be quicker. */
#define TRIES 3

static void
forget(CareInvoiceProof *self)
{
    g_clear_object(&self->document);
    g_clear_pointer(&self->pdf, g_bytes_unref);
}

void
care_invoice_proof_clear(CareInvoiceProof *self)
{
    forget(self);
}

/* The content is everything that is sealed, and a paper is made of nothing else. */
static gboolean
is_same(CareRecord *a, CareRecord *b)
{
    g_autofree char *first = care_invoice_content(a);
    g_autofree char *second = care_invoice_content(b);

    return g_str_equal(first, second);
}

GBytes *
care_invoice_proof_take(CareInvoiceProof *self, CareRecord *document)
{
    gint64 now = care_record_int(document, CARE_INVOICE_ISSUED_AT);

    if (self->pdf == NULL)
        return NULL;
    care_record_set_int(document, CARE_INVOICE_ISSUED_AT,
                        care_record_int(self->document, CARE_INVOICE_ISSUED_AT));
    if (is_same(document, self->document))
        return g_bytes_ref(self->pdf);
    care_record_set_int(document, CARE_INVOICE_ISSUED_AT, now);
    return NULL;
}

gboolean
care_invoice_proof_ask(CareInvoiceProof *self, CareRecord *document)
{
    forget(self);
    if (self->tries >= TRIES)
        return FALSE;
    self->tries++;
    self->document = care_record_copy(document);
    return TRUE;
}

gboolean
care_invoice_proof_is_asked(const CareInvoiceProof *self)
{
    return self->document != NULL && self->pdf == NULL;
}

gboolean
care_invoice_proof_make(CareInvoiceProof *self, CareConnection *connection, const char *data_dir,
                        GError **error)
{
    CarePaperDesk desk = { .connection = connection, .data_dir = data_dir };
    g_autoptr(CarePaper) paper = care_invoice_document_layout(&desk, self->document, error);

    if (paper != NULL)
        self->pdf
            = care_paper_write_pdf(paper, care_record_int(self->document, CARE_INVOICE_ISSUED_AT), error);
    return self->pdf != NULL;
}
