/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/expander-row.h"

#include "core/listed.h"

static void
say(AdwExpanderRow *row)
{
    const char *title = adw_preferences_row_get_title(ADW_PREFERENCES_ROW(row));
    const char *subtitle = adw_expander_row_get_subtitle(row);
    g_autofree char *name = care_listed((const char *const[]){ title, subtitle, NULL });

    gtk_accessible_update_property(GTK_ACCESSIBLE(row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
care_expander_row_name(AdwExpanderRow *row)
{
    g_return_if_fail(ADW_IS_EXPANDER_ROW(row));
    g_signal_connect(row, "notify::title", G_CALLBACK(say), NULL);
    g_signal_connect(row, "notify::subtitle", G_CALLBACK(say), NULL);
    say(row);
}
