/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/tone.h"

G_DEFINE_ENUM_TYPE(CareTone, care_tone, G_DEFINE_ENUM_VALUE(CARE_TONE_NEUTRAL, "neutral"),
                   G_DEFINE_ENUM_VALUE(CARE_TONE_ACCENT, "accent"),
                   G_DEFINE_ENUM_VALUE(CARE_TONE_SUCCESS, "success"),
                   G_DEFINE_ENUM_VALUE(CARE_TONE_WARNING, "warning"),
                   G_DEFINE_ENUM_VALUE(CARE_TONE_OWED, "owed"))

/* Gives the widget the one style class of its tone. */
void
care_tone_apply(GtkWidget *widget, CareTone tone)
{
    g_autoptr(GEnumClass) tones = g_type_class_ref(CARE_TYPE_TONE);

    for (guint i = 0; i < tones->n_values; i++) {
        if ((CareTone)tones->values[i].value == tone && tone != CARE_TONE_NEUTRAL)
            gtk_widget_add_css_class(widget, tones->values[i].value_nick);
        else
            gtk_widget_remove_css_class(widget, tones->values[i].value_nick);
    }
}
