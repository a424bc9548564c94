/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/large-text.h"

#include <adwaita.h>

/* From this size on, in percent. */
#define LARGE 150

gboolean
care_letters_are_large(GtkSettings *settings)
{
    return adw_length_unit_to_px(ADW_LENGTH_UNIT_SP, 100, settings) >= LARGE;
}

gboolean
care_text_is_large(GtkWidget *widget)
{
    return care_letters_are_large(gtk_widget_get_settings(widget));
}
