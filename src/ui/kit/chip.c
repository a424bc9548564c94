/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/chip.h"

/* A short fact in a rounded tint, for a CareWrap with 6 px between. icon_name may be NULL. Only the preferred
 * channel takes the accent. */
GtkWidget *
care_chip_new(const char *icon_name, const char *text, CareTone tone)
{
    GtkWidget *chip = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *label = gtk_label_new(text);

    if (icon_name) {
        GtkWidget *icon = gtk_image_new_from_icon_name(icon_name);

        g_object_set(icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "pixel-size", 14, NULL);
        gtk_box_append(GTK_BOX(chip), icon);
    }
    g_object_set(label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
    gtk_box_append(GTK_BOX(chip), label);
    gtk_widget_add_css_class(chip, "care-chip");
    care_tone_apply(chip, tone);
    return chip;
}
