/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/document.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"

/* Where its bytes lie follows from it: nothing else may stand there. */
static gboolean
validate(CareRecord *record, GError **error)
{
    const char *hash = care_record_text(record, CARE_DOCUMENT_SHA256);

    if (hash != NULL && strlen(hash) == 64 && strspn(hash, "0123456789abcdef") == 64)
        return TRUE;
    g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                        _("“File” must be the SHA-256 of a file, 64 digits. Nothing was changed."));
    return FALSE;
}

CARE_DEFINE_RECORD(CareDocument, care_document, CARE_DOCUMENT_FIELDS, "document", N_("Document"),
                   .story = CARE_STORY_GIFTS, .validate = validate, .icon = "care-document-symbolic")
