/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/place-row.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/template.h"

struct _CarePlaceRow {
    GtkListBoxRow parent_instance;

    const CarePlaceInfo *info; /* static */
    GtkImage *icon;
    GtkLabel *title;
    GtkLabel *badge;
};

G_DEFINE_FINAL_TYPE(CarePlaceRow, care_place_row, GTK_TYPE_LIST_BOX_ROW)

static void
care_place_row_class_init(CarePlaceRowClass *klass)
{
    CARE_TEMPLATE(klass, "place-row.ui");
    CARE_TEMPLATE_CHILDREN(klass, CarePlaceRow, icon, title, badge);
}

static void
care_place_row_init(CarePlaceRow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
}

/* The info must be static, as the table of places is. */
GtkWidget *
care_place_row_new(const CarePlaceInfo *info)
{
    CarePlaceRow *self = g_object_new(CARE_TYPE_PLACE_ROW, NULL);

    self->info = info;
    gtk_image_set_from_icon_name(self->icon, info->icon_name);
    gtk_label_set_text(self->title, _(info->title));
    if (info->urgent)
        gtk_widget_add_css_class(GTK_WIDGET(self->badge), "accent");
    care_place_row_set_badge(self, 0);
    return GTK_WIDGET(self);
}

const CarePlaceInfo *
care_place_row_get_info(CarePlaceRow *self)
{
    g_return_val_if_fail(CARE_IS_PLACE_ROW(self), NULL);
    return self->info;
}

void
care_place_row_set_badge(CarePlaceRow *self, guint count)
{
    g_autofree char *text = NULL;
    g_autofree char *name = NULL;

    g_return_if_fail(CARE_IS_PLACE_ROW(self));

    text = count > 999 ? g_strdup("999+") : g_strdup_printf("%u", count);
    gtk_label_set_text(self->badge, text);
    gtk_widget_set_visible(GTK_WIDGET(self->badge), count > 0);

    /* Translators: a place of the sidebar and how many things wait there, for screen readers */
    name = count > 0 ? g_strdup_printf(ngettext("%s, %u waiting", "%s, %u waiting", count),
                                       _(self->info->title), count)
                     : g_strdup(_(self->info->title));
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
