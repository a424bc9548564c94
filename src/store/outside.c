/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/outside.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"

static gboolean
is_outside(const char *data_dir, const char *path)
{
    g_autofree char *real = care_path_real(data_dir);
    g_autoptr(GFile) shop = g_file_new_for_path(real);
    g_autoptr(GFile) file = g_file_new_for_path(path);

    return !g_file_has_prefix(file, shop);
}

/* A device or a folder is no file that could be replaced. */
static gboolean
is_file_or_nothing(const char *path, GError **error)
{
    GStatBuf info;

    return g_stat(path, &info) != 0 || S_ISREG(info.st_mode)
           || care_refuse(error, CARE_ERROR_REFUSED,
                          _("What is there is no file. Nothing was written; choose another name."));
}

char *
care_path_outside(const char *data_dir, const char *path, const char *refusal, GError **error)
{
    g_autofree char *full = g_canonicalize_filename(path, NULL);
    g_autofree char *folder = g_path_get_dirname(full);
    g_autofree char *base = g_path_get_basename(full);
    g_autofree char *real = care_path_real(folder);
    g_autofree char *place = g_build_filename(real, base, NULL);

    if (!is_outside(data_dir, place)) {
        care_refuse(error, CARE_ERROR_REFUSED, refusal);
        return NULL;
    }
    return is_file_or_nothing(place, error) ? g_steal_pointer(&place) : NULL;
}

gboolean
care_path_may_be_written(const char *data_dir, const char *path, GError **error)
{
    g_autofree char *place
        = care_path_outside(data_dir, path,
                            _("This place is inside the shop’s own folder, where only the program writes. "
                              "Nothing was written; choose another place."),
                            error);

    return place != NULL;
}

void
care_set_error_no_folder(GError **error, const char *name)
{
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                _("There is no folder for the file %s. Nothing was written; choose another place."), name);
}

static gboolean
is_no_folder(const GError *cause)
{
    return g_error_matches(cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
           || g_error_matches(cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY)
           || g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOENT)
           || g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
}

void
care_set_error_not_saved(GError **error, const char *name, const GError *cause)
{
    if (is_no_folder(cause))
        care_set_error_no_folder(error, name);
    else if (care_error_is_full(cause))
        g_set_error(
            error, CARE_ERROR, CARE_ERROR_FULL,
            _("There is no room for the file %s. Nothing was written; make room or choose another place."),
            name);
    else
        g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                    _("The file %s cannot be written. Nothing was written; choose another place."), name);
}
