/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rebuild.h"

#include "store/migrate.h"
#include "store/phone-walk.h"
#include "store/schema-mend.h"
#include "store/search-index.h"
#include "store/setting.h"
#include "store/sort-walk.h"
#include "store/swap.h"

/* What a window has half done meanwhile is done with this. */
static gboolean
rebuild_sort_keys(CareConnection *connection, GError **error)
{
    g_autofree char *order = care_setting_read(connection, CARE_SETTING_SORT_ORDER);
    CareSortPlace place = care_sort_place_from_text("");

    care_connection_set_order(connection, order);
    while (*place.kind != NULL)
        if (!care_sort_walk(connection, &place, error))
            return FALSE;
    return care_setting_write(connection, CARE_SETTING_SORT_ORDER,
                              care_collator_order(care_connection_collator(connection)), error)
           && care_setting_write(connection, CARE_SETTING_SORT_REBUILD, NULL, error);
}

static gboolean
rebuild_phones(CareConnection *connection, GError **error)
{
    g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);
    CareId after = 0;

    while (after >= 0)
        if (!care_phone_walk(connection, region, &after, error))
            return FALSE;
    return care_setting_write(connection, CARE_SETTING_DIGITS_REGION, region, error)
           && care_setting_write(connection, CARE_SETTING_DIGITS_REBUILD, NULL, error);
}

gboolean
care_rebuild(CareConnection *connection, CareRebuild what, GError **error)
{
    return (!(what & CARE_REBUILD_SCHEMA) || care_schema_mend(connection, error))
           && (!(what & CARE_REBUILD_SORT_KEYS) || rebuild_sort_keys(connection, error))
           && (!(what & CARE_REBUILD_PHONES) || rebuild_phones(connection, error))
           && (!(what & CARE_REBUILD_SEARCH) || care_search_index_rebuild(connection, error));
}

gboolean
care_rebuild_older(const char *data_dir, GError **error)
{
    g_autofree char *path = g_build_filename(data_dir, "aftercare.db", NULL);
    g_autoptr(CareFolderLock) lock = care_swap_open_folder(data_dir, error);
    g_autoptr(CareConnection) connection
        = lock != NULL ? care_connection_open(path, CARE_CONNECTION_WRITE, error) : NULL;

    return connection != NULL && care_migrate_mended(connection, path, error);
}
