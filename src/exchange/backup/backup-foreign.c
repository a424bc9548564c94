/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody else put into the shop of a backup. */
#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "exchange/backup/backup-private.h"
#include "store/schema-check.h"

static gboolean
say_foreign(GError **error)
{
    return care_refuse(
        error, CARE_ERROR_CORRUPT,
        _("This backup holds something that Aftercare did not write. Nothing was changed; take "
          "another one."));
}

gboolean
care_backup_check_rules(CareConnection *connection, GError **error)
{
    gboolean reckons;

    return care_schema_reckons_theirs(connection, &reckons, error) && (!reckons || say_foreign(error));
}

gboolean
care_backup_check_objects(CareConnection *connection, GError **error)
{
    gboolean foreign;

    return care_schema_has_foreign(connection, &foreign, error) && (!foreign || say_foreign(error));
}

gboolean
care_backup_examine_own(const char *folder, const CareBackupManifest *manifest, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "aftercare.db", NULL);
    g_autoptr(CareConnection) connection = care_connection_open(path, CARE_CONNECTION_READ, error);
    gboolean ruled = FALSE;

    if (connection == NULL || !care_schema_reckons_theirs(connection, &ruled, error))
        return FALSE;
    g_clear_pointer(&connection, care_connection_close);
    manifest->info->ruled = ruled;
    return ruled || care_backup_examine(folder, manifest, error);
}
