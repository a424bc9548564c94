/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes as any file of contacts: encoding, separator and columns are found out, and a second reading of the same
 * file says the same. */
#include "drafts.h"
#include "fuzz.h"

#include "exchange/import/contact-reader.h"

static guint
read_all(CareContactReader *reader)
{
    CareContactDraft *draft;
    guint row = 0;

    while ((draft = care_contact_reader_next(reader)) != NULL) {
        fuzz_check_draft(draft, &row);
        care_contact_draft_free(draft);
    }
    return row;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(GError) error = NULL;
    CareContactReader *reader = care_contact_reader_new(bytes, NULL, &error);
    guint first;

    g_assert_true((reader == NULL) == (error != NULL));
    if (reader == NULL)
        return 0;
    first = read_all(reader);
    care_contact_reader_rewind(reader);
    g_assert_cmpuint(read_all(reader), ==, first);
    care_contact_reader_free(reader);
    return 0;
}
