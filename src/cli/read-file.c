/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/read-file.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/json/record-json.h"

#define AT_ONCE 8192
#define JSON_MOST ((gsize)64 * 1024 * 1024)

/* One byte more than most tells that there are more. */
static GString *
read_stream(FILE *stream, gsize most)
{
    g_autoptr(GString) read = g_string_new(NULL);
    char piece[AT_ONCE];
    gsize n;

    while (read->len <= most && (n = fread(piece, 1, MIN(sizeof piece, most + 1 - read->len), stream)) > 0)
        g_string_append_len(read, piece, (gssize)n);
    return ferror(stream) ? NULL : g_steal_pointer(&read);
}

gboolean
care_cli_read_file(const char *path, gsize most, char **text, gsize *length, GError **error)
{
    FILE *stream = fopen(strcmp(path, "-") == 0 ? "/dev/stdin" : path, "rbe");
    g_autoptr(GString) read = stream != NULL ? read_stream(stream, most) : NULL;
    g_autofree char *limit = NULL;

    if (stream != NULL)
        fclose(stream);
    if (read == NULL) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("The file %s cannot be read. Nothing was changed."), path);
        return FALSE;
    }
    if (read->len > most) {
        limit = g_format_size_full(most, G_FORMAT_SIZE_IEC_UNITS);
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    /* Translators: the name of a file, and a size, "64.0 KiB" */
                    _("The file %s is larger than %s. Nothing was changed."), path, limit);
        return FALSE;
    }
    if (length != NULL)
        *length = read->len;
    *text = g_string_free_and_steal(g_steal_pointer(&read));
    return TRUE;
}

JsonNode *
care_cli_read_json(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    gsize length = 0;

    return care_cli_read_file(path, JSON_MOST, &text, &length, error)
               ? care_json_parse_object(text, (gssize)length, error)
               : NULL;
}
