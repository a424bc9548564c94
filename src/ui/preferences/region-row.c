/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/region-row.h"

#include <glib/gi18n-lib.h>

#include "store/setting.h"
#include "ui/preferences/setting-value.h"

typedef struct {
    GtkWidget *row; /* its owner */
    CareSettingValue *region;
    CareRegionRowShow show;
} Follower;

static void
follower_free(gpointer data)
{
    Follower *self = data;

    g_signal_handlers_disconnect_by_data(self->region, self);
    g_object_unref(self->region);
    g_free(self);
}

static void
show(Follower *self)
{
    g_autoptr(CareTaxPreset) preset = care_tax_preset_load(care_setting_value_get(self->region), NULL);

    self->show(self->row, preset);
}

GtkWidget *
care_region_row_follow(GtkWidget *row, CareStore *store, CareRegionRowShow show_row)
{
    Follower *self = g_new0(Follower, 1);

    self->row = row;
    self->show = show_row;
    self->region = care_setting_value_new(store, CARE_SETTING_REGION, _("Country"));
    g_signal_connect_swapped(self->region, "changed", G_CALLBACK(show), self);
    g_object_set_data_full(G_OBJECT(row), "care-region", self, follower_free);
    show(self);
    return row;
}
