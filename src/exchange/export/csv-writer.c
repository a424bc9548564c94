/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/csv-writer.h"

#include <string.h>

static gboolean
needs_quotes(const char *text)
{
    gsize length = strlen(text);

    if (length == 0)
        return FALSE;
    return strpbrk(text, ",;\t|\"\r\n") != NULL || text[0] == ' ' || text[length - 1] == ' '
           || g_ascii_strncasecmp(text, "sep=", 4) == 0;
}

static void
append_field(GString *out, const char *text)
{
    if (!needs_quotes(text)) {
        g_string_append(out, text);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *p);
    }
    g_string_append_c(out, '"');
}

/**
 * care_csv_append_row:
 * @fields: texts in UTF-8; %NULL writes an empty field
 *
 * Appends one row by RFC 4180: commas, CRLF, quotes where needed.
 *
 * A text that begins with = + - or @ is written as it is: an apostrophe before it, as some programs write against
 * spreadsheets that take it for a formula, would be a false phone number ("'+44 …") when the file is read again.
 */
void
care_csv_append_row(GString *out, const char *const *fields, guint n_fields)
{
    for (guint i = 0; i < n_fields; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        if (fields[i] != NULL)
            append_field(out, fields[i]);
    }
    g_string_append(out, "\r\n");
}
