/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/customers/document-flow.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "model/document.h"
#include "store/file-store.h"

static GBytes *
bytes_of(CareTransaction *transaction, CareRecord *document)
{
    return care_file_store_get(care_transaction_data_dir(transaction),
                               care_record_text(document, CARE_DOCUMENT_SHA256), NULL);
}

/* The file is kept before its row is written; how large it is, it says itself. What is no hash at all, the table of fields
 * refuses. */
static gboolean
prepare(CareTransaction *transaction, CareRecord *document, CareRecord *old, GError **error)
{
    gboolean back = old != NULL && care_record_stamp(old).deleted != 0;
    g_autoptr(GBytes) bytes = NULL;

    if (!care_file_store_is_hash(care_record_text(document, CARE_DOCUMENT_SHA256))
        || (old != NULL && !back && care_record_field_equal(document, old, CARE_DOCUMENT_SHA256)
            && care_record_field_equal(document, old, CARE_DOCUMENT_SIZE)))
        return TRUE;
    bytes = bytes_of(transaction, document);
    if (bytes == NULL && back) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                            _("Its file is gone. Nothing was brought back; restore it from a backup."));
        return FALSE;
    }
    if (bytes == NULL) {
        g_set_error_literal(
            error, CARE_ERROR, CARE_ERROR_INPUT,
            _("The shop keeps no file of this SHA-256. Nothing was changed; add the file in the "
              "window, on the page of its customer or job."));
        return FALSE;
    }
    care_record_set_int(document, CARE_DOCUMENT_SIZE, (gint64)g_bytes_get_size(bytes));
    return TRUE;
}

/* A shop of an older schema may have lost it before. */
static gboolean
check_restored(CareTransaction *transaction, CareRecord *document, int schema, GError **error)
{
    g_autoptr(GBytes) bytes = schema >= CARE_SCHEMA_THAT_ASKED_MORE ? bytes_of(transaction, document) : NULL;

    if (schema < CARE_SCHEMA_THAT_ASKED_MORE || bytes != NULL)
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        _("Its file did not come along, or is another than it was."));
    return FALSE;
}

const CareKindFlow care_document_flow = {
    .kind = &care_document_kind,
    .prepare = prepare,
    .check_restored = check_restored,
};
