/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/archive-files.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/errors.h"
#include "store/file-store.h"
#include "store/named-query.h"

/* In files/ or issued/, and nothing that leads out of there. */
static gboolean
is_inside(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    guint n = g_strv_length(parts);

    for (guint i = 0; i < n; i++)
        if (*parts[i] == '\0' || *parts[i] == '.' || strpbrk(parts[i], "\\\n\r") != NULL)
            return FALSE;
    return n >= 2 && n <= 3 && (strcmp(parts[0], "files") == 0 || strcmp(parts[0], "issued") == 0);
}

static gboolean
write_bytes(const char *data_dir, const char *path, const char *base64, GPtrArray *made, GError **error)
{
    gsize length;
    guchar *decoded = g_base64_decode(base64, &length);
    g_autoptr(GBytes) bytes = g_bytes_new_take(decoded, length);
    g_autofree char *full = g_build_filename(data_dir, path, NULL);
    g_autofree char *folder = g_path_get_dirname(full);

    if (g_file_test(full, G_FILE_TEST_EXISTS))
        return TRUE;
    g_mkdir_with_parents(folder, 0700);
    if (!care_file_write_durably(full, bytes, error))
        return FALSE;
    g_ptr_array_add(made, g_steal_pointer(&full));
    return TRUE;
}

gboolean
care_archive_read_file(const char *data_dir, JsonObject *object, GPtrArray *made, GError **error)
{
    const char *path = json_object_get_string_member_with_default(object, "path", "");
    const char *base64 = json_object_get_string_member_with_default(object, "base64", NULL);

    if (base64 == NULL || !is_inside(path)) {
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_INPUT,
                            _("A file in the export has no usable name or content. Nothing was taken over."));
        return FALSE;
    }
    return !care_file_is_kept(path) || write_bytes(data_dir, path, base64, made, error);
}

gboolean
care_archive_drop_papers(CareConnection *connection, GPtrArray *made, GError **error)
{
    for (guint i = 0; i < made->len; i++) {
        const char *path = made->pdata[i];
        g_autofree char *base = g_path_get_basename(path);
        gint64 is_there = 1;

        if (!g_str_has_suffix(base, ".pdf"))
            continue;
        base[strlen(base) - strlen(".pdf")] = '\0';
        if (!care_query_int(connection, "invoices/has-number", &is_there, error, "s", base))
            return FALSE;
        if (is_there == 0)
            g_unlink(path);
    }
    return TRUE;
}
