/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/document-tile.h"

#include <glib/gi18n-lib.h>

#include "model/document.h"
#include "service/customers/documents.h"
#include "ui/kit/format.h"

struct _CareDocumentTile {
    GtkFlowBoxChild parent_instance;

    CareRecord *document;
    int side;
};

G_DEFINE_FINAL_TYPE(CareDocumentTile, care_document_tile, GTK_TYPE_FLOW_BOX_CHILD)

typedef struct {
    char *data_dir;
    char *sha256;
} Small;

static void
small_free(gpointer data)
{
    Small *small = data;

    g_free(small->data_dir);
    g_free(small->sha256);
    g_free(small);
}

static void
load_small(GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    Small *small = data;
    GError *error = NULL;
    g_autoptr(GBytes) bytes = care_document_thumbnail(small->data_dir, small->sha256, &error);
    GdkTexture *texture = bytes ? gdk_texture_new_from_bytes(bytes, &error) : NULL;

    if (texture)
        g_task_return_pointer(task, texture, g_object_unref);
    else
        g_task_return_error(task, error);
}

static void
on_small(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GdkTexture) texture = g_task_propagate_pointer(G_TASK(result), NULL);
    int side;

    if (!texture) /* the icon of its type stays */
        return;
    gtk_widget_get_size_request(GTK_WIDGET(source), &side, NULL);
    gtk_image_set_from_paintable(GTK_IMAGE(source), GDK_PAINTABLE(texture));
    gtk_image_set_pixel_size(GTK_IMAGE(source), side);
}

static GtkWidget *
picture_new(CareDocumentTile *self, CareStore *store)
{
    GtkWidget *image = gtk_image_new_from_icon_name("care-document-symbolic");
    g_autoptr(GTask) task = NULL;
    Small *small;

    gtk_image_set_pixel_size(GTK_IMAGE(image), self->side * 2 / 5);
    gtk_widget_set_size_request(image, self->side, self->side);
    gtk_accessible_update_state(GTK_ACCESSIBLE(image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    if (!care_document_is_picture(self->document))
        return image;
    small = g_new(Small, 1);
    small->data_dir = g_strdup(care_store_data_dir(store));
    small->sha256 = g_strdup(care_record_text(self->document, CARE_DOCUMENT_SHA256));
    task = g_task_new(image, NULL, on_small, NULL);
    g_task_set_task_data(task, small, small_free);
    g_task_run_in_thread(task, load_small);
    return image;
}

static void
on_remove(CareDocumentTile *self)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "documents.remove", "i",
                               gtk_flow_box_child_get_index(GTK_FLOW_BOX_CHILD(self)));
}

static GtkWidget *
remove_button(CareDocumentTile *self)
{
    GtkWidget *button = gtk_button_new_from_icon_name("user-trash-symbolic");
    /* Translators: %s is the name of a file */
    g_autofree char *tooltip
        = g_strdup_printf(_("Remove %s"), care_record_text(self->document, CARE_DOCUMENT_NAME));

    gtk_widget_set_tooltip_text(button, tooltip);
    gtk_widget_set_halign(button, GTK_ALIGN_END);
    gtk_widget_set_valign(button, GTK_ALIGN_START);
    gtk_widget_set_margin_top(button, 6);
    gtk_widget_set_margin_end(button, 6);
    gtk_widget_add_css_class(button, "circular");
    gtk_widget_add_css_class(button, "osd");
    g_signal_connect_object(button, "clicked", G_CALLBACK(on_remove), self, G_CONNECT_SWAPPED);
    return button;
}

static void
add_caption(GtkBox *box, const char *text, const char *css_class)
{
    GtkWidget *label = gtk_label_new(text);

    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_MIDDLE);
    gtk_label_set_max_width_chars(GTK_LABEL(label), 14);
    gtk_widget_add_css_class(label, "caption");
    if (css_class)
        gtk_widget_add_css_class(label, css_class);
    gtk_box_append(box, label);
}

static GtkWidget *
card_new(CareDocumentTile *self, CareStore *store)
{
    GtkWidget *card = gtk_overlay_new();

    gtk_overlay_set_child(GTK_OVERLAY(card), picture_new(self, store));
    gtk_overlay_add_overlay(GTK_OVERLAY(card), remove_button(self));
    gtk_widget_set_halign(card, GTK_ALIGN_CENTER);
    gtk_widget_set_overflow(card, GTK_OVERFLOW_HIDDEN);
    gtk_widget_add_css_class(card, "card");
    return card;
}

static void
care_document_tile_dispose(GObject *object)
{
    g_clear_object(&CARE_DOCUMENT_TILE(object)->document);
    G_OBJECT_CLASS(care_document_tile_parent_class)->dispose(object);
}

static void
care_document_tile_class_init(CareDocumentTileClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_document_tile_dispose;
}

static void
care_document_tile_init(CareDocumentTile *self)
{
}

GtkWidget *
care_document_tile_new(CareContext *context, CareRecord *document, int side, const char *place)
{
    CareDocumentTile *self = g_object_new(CARE_TYPE_DOCUMENT_TILE, NULL);
    CareClock *clock = care_context_get_clock(context);
    const char *name = care_record_text(document, CARE_DOCUMENT_NAME);
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 3);
    g_autofree char *tooltip = place ? g_strdup_printf("%s\n%s", name, place) : g_strdup(name);
    g_autofree char *day = care_format_date(
        care_date_of_instant(care_record_int(document, CARE_DOCUMENT_AT), care_clock_zone(clock)),
        care_clock_today(clock));

    self->document = g_object_ref(document);
    self->side = side;
    gtk_box_append(GTK_BOX(box), card_new(self, care_context_get_store(context)));
    add_caption(GTK_BOX(box), name, NULL);
    if (place)
        add_caption(GTK_BOX(box), place, "dimmed");
    add_caption(GTK_BOX(box), day, "dimmed");
    gtk_flow_box_child_set_child(GTK_FLOW_BOX_CHILD(self), box);
    gtk_widget_set_tooltip_text(GTK_WIDGET(self), tooltip);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place ? place : "", -1);
    return GTK_WIDGET(self);
}

CareRecord *
care_document_tile_get_document(CareDocumentTile *self)
{
    g_return_val_if_fail(CARE_IS_DOCUMENT_TILE(self), NULL);
    return self->document;
}
