/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes as a vCard file. */
#include "drafts.h"
#include "fuzz.h"

#include "exchange/import/vcard-parser.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    CareVcardParser *parser = care_vcard_parser_new(bytes);
    CareContactDraft *draft;
    guint row = 0;

    while ((draft = care_vcard_parser_next(parser)) != NULL) {
        fuzz_check_draft(draft, &row);
        care_contact_draft_free(draft);
    }
    care_vcard_parser_free(parser);
    return 0;
}
