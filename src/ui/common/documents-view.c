/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/documents-view.h"

#include <glib/gi18n-lib.h>

#include "model/document.h"
#include "service/documents.h"
#include "ui/common/delete.h"
#include "ui/common/format.h"
#include "ui/common/toast.h"

#define SHOWN 200
#define TILE 120

struct _CareDocumentsView {
    AdwBin parent_instance;

    CareContext *context;
    CareStore *store;
    CareDocumentOwner owner;

    AdwPreferencesGroup *group;
    GtkFlowBox *tiles;
};

G_DEFINE_FINAL_TYPE(CareDocumentsView, care_documents_view, ADW_TYPE_BIN)

/* Opening */

static void
on_launched(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) widget = data;
    g_autoptr(GError) error = NULL;

    if (!gtk_file_launcher_launch_finish(GTK_FILE_LAUNCHER(source), result, &error)
        && !g_error_matches(error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        care_toast_show(widget, _("No program opened this file. It is kept here."));
}

static void
on_activated(CareDocumentsView *self, GtkFlowBoxChild *tile)
{
    CareRecord *document = g_object_get_data(G_OBJECT(tile), "care-document");
    g_autoptr(GError) error = NULL;
    g_autoptr(GFile) file = care_document_file_to_open(care_store_data_dir(self->store), document, &error);
    g_autoptr(GtkFileLauncher) launcher = NULL;

    if (!file) {
        care_toast_error(GTK_WIDGET(self), error);
        return;
    }
    launcher = gtk_file_launcher_new(file);
    gtk_file_launcher_launch(launcher, GTK_WINDOW(gtk_widget_get_root(GTK_WIDGET(self))), NULL, on_launched,
                             g_object_ref(self));
}

static void
on_remove(GtkButton *button, gpointer data)
{
    CareDocumentsView *self = data;
    GtkWidget *tile = gtk_widget_get_ancestor(GTK_WIDGET(button), GTK_TYPE_FLOW_BOX_CHILD);
    CareRecord *document = g_object_get_data(G_OBJECT(tile), "care-document");
    /* Translators: %s is the name of a file */
    g_autofree char *sentence
        = g_strdup_printf(_("%s removed"), care_record_text(document, CARE_DOCUMENT_NAME));

    care_delete_with_undo(GTK_WIDGET(self), self->store, &care_document_kind, care_record_id(document),
                          sentence);
}

/* Tiles */

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

    if (texture) { /* else the icon of its type stays */
        gtk_image_set_from_paintable(GTK_IMAGE(source), GDK_PAINTABLE(texture));
        gtk_image_set_pixel_size(GTK_IMAGE(source), TILE);
    }
}

static GtkWidget *
picture_new(CareDocumentsView *self, CareRecord *document)
{
    GtkWidget *image = gtk_image_new_from_icon_name("care-document-symbolic");
    g_autoptr(GTask) task = NULL;
    Small *small;

    gtk_image_set_pixel_size(GTK_IMAGE(image), 48);
    gtk_widget_set_size_request(image, TILE, TILE);
    gtk_accessible_update_state(GTK_ACCESSIBLE(image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    if (!care_document_is_picture(document))
        return image;
    small = g_new(Small, 1);
    small->data_dir = g_strdup(care_store_data_dir(self->store));
    small->sha256 = g_strdup(care_record_text(document, CARE_DOCUMENT_SHA256));
    task = g_task_new(image, NULL, on_small, NULL);
    g_task_set_task_data(task, small, small_free);
    g_task_run_in_thread(task, load_small);
    return image;
}

static GtkWidget *
remove_button(CareDocumentsView *self, const char *name)
{
    GtkWidget *button = gtk_button_new_from_icon_name("user-trash-symbolic");
    /* Translators: %s is the name of a file */
    g_autofree char *tooltip = g_strdup_printf(_("Remove %s"), name);

    gtk_widget_set_tooltip_text(button, tooltip);
    gtk_widget_set_halign(button, GTK_ALIGN_END);
    gtk_widget_set_valign(button, GTK_ALIGN_START);
    gtk_widget_set_margin_top(button, 6);
    gtk_widget_set_margin_end(button, 6);
    gtk_widget_add_css_class(button, "circular");
    gtk_widget_add_css_class(button, "osd");
    g_signal_connect_object(button, "clicked", G_CALLBACK(on_remove), self, 0);
    return button;
}

static GtkWidget *
caption_new(const char *text, const char *css_class)
{
    GtkWidget *label = gtk_label_new(text);

    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_MIDDLE);
    gtk_label_set_max_width_chars(GTK_LABEL(label), 14);
    gtk_widget_add_css_class(label, "caption");
    if (css_class)
        gtk_widget_add_css_class(label, css_class);
    return label;
}

static GtkWidget *
tile_new(CareDocumentsView *self, CareRecord *document)
{
    CareClock *clock = care_context_get_clock(self->context);
    const char *name = care_record_text(document, CARE_DOCUMENT_NAME);
    GtkWidget *tile = gtk_flow_box_child_new();
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 3);
    GtkWidget *overlay = gtk_overlay_new();
    g_autofree char *day = care_format_date(
        care_date_of_instant(care_record_int(document, CARE_DOCUMENT_AT), care_clock_zone(clock)),
        care_clock_today(clock));

    gtk_overlay_set_child(GTK_OVERLAY(overlay), picture_new(self, document));
    gtk_overlay_add_overlay(GTK_OVERLAY(overlay), remove_button(self, name));
    gtk_widget_add_css_class(overlay, "card");
    gtk_widget_set_overflow(overlay, GTK_OVERFLOW_HIDDEN);
    gtk_box_append(GTK_BOX(box), overlay);
    gtk_box_append(GTK_BOX(box), caption_new(name, NULL));
    gtk_box_append(GTK_BOX(box), caption_new(day, "dimmed"));
    gtk_flow_box_child_set_child(GTK_FLOW_BOX_CHILD(tile), box);
    gtk_accessible_update_property(GTK_ACCESSIBLE(tile), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    gtk_widget_set_tooltip_text(tile, name);
    g_object_set_data_full(G_OBJECT(tile), "care-document", g_object_ref(document), g_object_unref);
    return tile;
}

static GPtrArray *
read_documents(CareDocumentsView *self)
{
    if (self->owner.job != 0)
        return care_store_query(
            self->store, &care_document_kind, NULL,
            "SELECT id FROM document WHERE job = ?1 AND deleted_at IS NULL ORDER BY at DESC "
            "LIMIT ?2",
            "ii", self->owner.job, (gint64)SHOWN);
    return care_store_query(
        self->store, &care_document_kind, NULL,
        "SELECT id FROM document WHERE customer = ?1 AND deleted_at IS NULL ORDER BY at DESC "
        "LIMIT ?2",
        "ii", self->owner.customer, (gint64)SHOWN);
}

static void
refresh(CareDocumentsView *self)
{
    g_autoptr(GPtrArray) documents = read_documents(self);
    guint n = documents ? documents->len : 0;

    gtk_flow_box_remove_all(self->tiles);
    for (guint i = 0; i < n; i++)
        gtk_flow_box_append(self->tiles, tile_new(self, documents->pdata[i]));
    gtk_widget_set_visible(GTK_WIDGET(self->tiles), n > 0);
    adw_preferences_group_set_description(
        self->group,
        n > 0 ? NULL : _("Photos and files about their things and jobs. Drop them here, or paste."));
}

static void
on_store_changed(CareDocumentsView *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, "document"))
        refresh(self);
}

/* Adding */

static void
on_attached(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareDocumentsView) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) document = care_document_attach_finish(CARE_STORE(source), result, &error);

    if (!document)
        care_toast_error(GTK_WIDGET(self), error);
}

static void
attach_file(CareDocumentsView *self, GFile *file)
{
    care_document_attach_async(self->store, self->owner, file, on_attached, g_object_ref(self));
}

static void
on_files_chosen(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareDocumentsView) self = data;
    g_autoptr(GListModel) files = gtk_file_dialog_open_multiple_finish(GTK_FILE_DIALOG(source), result, NULL);

    for (guint i = 0; files && i < g_list_model_get_n_items(files); i++) {
        g_autoptr(GFile) file = g_list_model_get_item(files, i);

        attach_file(self, file);
    }
}

static void
on_add(CareDocumentsView *self)
{
    g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new();

    gtk_file_dialog_set_title(dialog, _("Add Photos or Files"));
    gtk_file_dialog_open_multiple(dialog, GTK_WINDOW(gtk_widget_get_root(GTK_WIDGET(self))), NULL,
                                  on_files_chosen, g_object_ref(self));
}

static void
attach_texture(CareDocumentsView *self, GdkTexture *texture)
{
    g_autoptr(GBytes) png = gdk_texture_save_to_png_bytes(texture);

    care_document_attach_bytes_async(self->store, self->owner, _("Picture.png"), png, on_attached,
                                     g_object_ref(self));
}

static gboolean
attach_value(CareDocumentsView *self, const GValue *value)
{
    if (G_VALUE_HOLDS(value, GDK_TYPE_FILE_LIST)) {
        g_autoptr(GSList) files = gdk_file_list_get_files(g_value_get_boxed(value));

        for (GSList *l = files; l; l = l->next)
            attach_file(self, l->data);
        return files != NULL;
    }
    if (G_VALUE_HOLDS(value, GDK_TYPE_TEXTURE)) {
        attach_texture(self, g_value_get_object(value));
        return TRUE;
    }
    return FALSE;
}

static gboolean
on_drop(GtkDropTarget *target, const GValue *value, double x, double y, CareDocumentsView *self)
{
    return attach_value(self, value);
}

static void
on_pasted(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareDocumentsView) self = data;
    const GValue *value = gdk_clipboard_read_value_finish(GDK_CLIPBOARD(source), result, NULL);

    if (!value || !attach_value(self, value))
        care_toast_show(GTK_WIDGET(self), _("There is no picture or file to paste. Copy one first."));
}

static void
paste_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    GdkClipboard *clipboard = gtk_widget_get_clipboard(widget);
    GdkContentFormats *formats = gdk_clipboard_get_formats(clipboard);
    GType type = gdk_content_formats_contain_gtype(formats, GDK_TYPE_FILE_LIST) ? GDK_TYPE_FILE_LIST
                                                                                : GDK_TYPE_TEXTURE;

    gdk_clipboard_read_value_async(clipboard, type, G_PRIORITY_DEFAULT, NULL, on_pasted,
                                   g_object_ref(widget));
}

static void
add_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    on_add(CARE_DOCUMENTS_VIEW(widget));
}

static void
add_drop_target(CareDocumentsView *self)
{
    GtkDropTarget *target = gtk_drop_target_new(G_TYPE_INVALID, GDK_ACTION_COPY);
    GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

    gtk_drop_target_set_gtypes(target, types, G_N_ELEMENTS(types));
    g_signal_connect_object(target, "drop", G_CALLBACK(on_drop), self, 0);
    gtk_widget_add_controller(GTK_WIDGET(self), GTK_EVENT_CONTROLLER(target));
}

static GtkWidget *
action_button(const char *icon, const char *tooltip, const char *action)
{
    GtkWidget *button = gtk_button_new_from_icon_name(icon);

    gtk_widget_add_css_class(button, "flat");
    gtk_widget_set_tooltip_text(button, tooltip);
    gtk_actionable_set_action_name(GTK_ACTIONABLE(button), action);
    return button;
}

static void
care_documents_view_dispose(GObject *object)
{
    CareDocumentsView *self = CARE_DOCUMENTS_VIEW(object);

    g_clear_object(&self->store);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_documents_view_parent_class)->dispose(object);
}

static void
care_documents_view_class_init(CareDocumentsViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    G_OBJECT_CLASS(klass)->dispose = care_documents_view_dispose;
    gtk_widget_class_install_action(widget_class, "documents.add", NULL, add_action);
    gtk_widget_class_install_action(widget_class, "documents.paste", NULL, paste_action);
    gtk_widget_class_add_binding_action(widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "documents.paste", NULL);
}

static void
care_documents_view_init(CareDocumentsView *self)
{
    GtkWidget *buttons = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);

    self->group = ADW_PREFERENCES_GROUP(adw_preferences_group_new());
    self->tiles = GTK_FLOW_BOX(gtk_flow_box_new());
    gtk_flow_box_set_selection_mode(self->tiles, GTK_SELECTION_NONE);
    gtk_flow_box_set_activate_on_single_click(self->tiles, TRUE);
    gtk_flow_box_set_max_children_per_line(self->tiles, 12);
    gtk_flow_box_set_column_spacing(self->tiles, 6);
    gtk_flow_box_set_row_spacing(self->tiles, 12);
    gtk_widget_set_halign(GTK_WIDGET(self->tiles), GTK_ALIGN_START);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->tiles), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Documents"),
                                   -1);
    g_signal_connect_object(self->tiles, "child-activated", G_CALLBACK(on_activated), self,
                            G_CONNECT_SWAPPED);
    gtk_box_append(GTK_BOX(buttons), action_button("edit-paste-symbolic", _("Paste"), "documents.paste"));
    gtk_box_append(GTK_BOX(buttons),
                   action_button("list-add-symbolic", _("Add Photos or Files"), "documents.add"));
    adw_preferences_group_set_title(self->group, _("Documents"));
    adw_preferences_group_set_header_suffix(self->group, buttons);
    adw_preferences_group_add(self->group, GTK_WIDGET(self->tiles));
    adw_bin_set_child(ADW_BIN(self), GTK_WIDGET(self->group));
    add_drop_target(self);
}

GtkWidget *
care_documents_view_new(CareContext *context, CareId customer, CareId job)
{
    CareDocumentsView *self = g_object_new(CARE_TYPE_DOCUMENTS_VIEW, NULL);

    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    self->owner = (CareDocumentOwner){ customer, job };
    g_signal_connect_object(self->store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_SWAPPED);
    refresh(self);
    return GTK_WIDGET(self);
}
