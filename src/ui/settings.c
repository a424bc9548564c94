/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/settings.h"

/* The settings of this machine (window size, last place), transfer full; NULL where the schema is not
 * installed, because g_settings_new() would end the program. What belongs to the shop lives in its database. */
GSettings *
care_settings_new(void)
{
    GSettingsSchemaSource *source = g_settings_schema_source_get_default();
    g_autoptr(GSettingsSchema) schema = NULL;

    if (source)
        schema = g_settings_schema_source_lookup(source, CARE_APPLICATION_ID, TRUE);
    return schema ? g_settings_new_full(schema, NULL, NULL) : NULL;
}
