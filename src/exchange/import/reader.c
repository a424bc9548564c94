/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/reader.h"

#include "exchange/import/archive-reader.h"
#include "exchange/import/contacts-reader.h"

/* clang-format off */
static const CareReaderKind *const kinds[] = {
    &care_archive_reader_kind,
    &care_contacts_reader_kind, /* any text may be a table: it says best why a file is none */
    NULL,
};
/* clang-format on */

const CareReaderKind *const *
care_reader_kinds(void)
{
    return kinds;
}

CareReader *
care_reader_open(GFile *file, GBytes *bytes, const char *encoding, GError **error)
{
    gsize length;
    const char *begin = g_bytes_get_data(bytes, &length);
    const CareReaderKind *const *kind = kinds;
    CareReader *reader;

    while (kind[1] != NULL && !(*kind)->recognises(begin != NULL ? begin : "", length))
        kind++;
    reader = (*kind)->open(file, bytes, encoding, error);
    if (reader != NULL)
        reader->kind = *kind;
    return reader;
}

void
care_reader_free(CareReader *self)
{
    self->kind->free(self);
}

CareCsvMapping *
care_reader_columns(CareReader *self)
{
    return self->kind->columns != NULL ? self->kind->columns(self) : NULL;
}

void
care_reader_preview_free(CareReaderPreview *preview)
{
    g_free(preview->name);
    g_free(preview->detail);
    g_free(preview);
}

#define LONGEST_BEGIN 40 /* characters */

char *
care_reader_begin(const char *text, gssize length)
{
    g_autofree char *valid = g_utf8_make_valid(text, length);
    g_autofree char *begin = NULL;

    g_strstrip(g_strdelimit(valid, "\n\r\t", ' '));
    if (g_utf8_strlen(valid, -1) <= LONGEST_BEGIN)
        return g_steal_pointer(&valid);
    begin = g_utf8_substring(valid, 0, LONGEST_BEGIN - 1);
    return g_strconcat(begin, "…", NULL);
}
