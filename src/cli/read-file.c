/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/read-file.h"

#include <string.h>
#include <unistd.h>

#include "core/input-file.h"
#include "exchange/json/record-json.h"

#define JSON_MOST ((gsize)64 * 1024 * 1024)

static GBytes *
read_bytes(const char *path, gsize most, GError **error)
{
    CareInput input;

    if (strcmp(path, "-") == 0)
        return care_input_read_open(STDIN_FILENO, path, most, error);
    return care_input_read(path, path, most, &input, error) ? input.bytes : NULL;
}

gboolean
care_cli_read_file(const char *path, gsize most, char **text, gsize *length, GError **error)
{
    g_autoptr(GBytes) bytes = read_bytes(path, most, error);
    gsize n = 0;
    const char *begin = bytes != NULL ? g_bytes_get_data(bytes, &n) : NULL;

    if (bytes == NULL)
        return FALSE;
    if (length != NULL)
        *length = n;
    *text = g_malloc0(n + 1);
    if (n > 0)
        memcpy(*text, begin, n);
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
