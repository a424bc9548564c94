/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/documents-view.h"

#include <glib/gi18n-lib.h>

#include "model/document.h"
#include "model/job.h"
#include "service/customers/documents.h"
#include "ui/kit/act-row.h"
#include "ui/kit/delete.h"
#include "ui/kit/opener.h"
#include "ui/parts/document-tile.h"
#include "ui/kit/take-back.h"
#include "ui/kit/toast.h"

#define SHOWN 200
#define TILE 120
#define SMALL_TILE 84

struct _CareDocumentsView {
    AdwBin parent_instance;

    CareContext *context;
    CareStore *store;
    CareDocumentOwner owner;
    GPtrArray *pending; /* CareRecord, the newest first; NULL: they are in the store */

    AdwPreferencesGroup *group;
    GtkWidget *more;  /* the button beside the title */
    GtkWidget *first; /* the row that adds the first; at intake, where room is short, there is none */
    GtkFlowBox *tiles;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareDocumentsView, care_documents_view, ADW_TYPE_BIN)

static void refresh(CareDocumentsView *self);

/* A toast lies under a dialog; there the words stand beside the buttons. */
static void
say(CareDocumentsView *self, const char *sentence)
{
    g_autofree char *escaped = g_markup_escape_text(sentence, -1);

    if (self->pending)
        adw_preferences_group_set_description(self->group, escaped);
    else
        care_toast_show(GTK_WIDGET(self), sentence);
}

static void
say_error(CareDocumentsView *self, const GError *error)
{
    if (self->pending)
        say(self, error->message);
    else
        care_toast_error(GTK_WIDGET(self), error);
}

/* Opening */

static void
say_unopened(CareDocumentsView *self)
{
    say(self, _("No program opened this file. It is kept here."));
}

static void
on_launched(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareDocumentsView) self = data;
    g_autoptr(GError) error = NULL;

    if (!gtk_file_launcher_launch_finish(GTK_FILE_LAUNCHER(source), result, &error)
        && !g_error_matches(error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        say_unopened(self);
}

static void
on_activated(CareDocumentsView *self, GtkFlowBoxChild *tile)
{
    CareRecord *document = care_document_tile_get_document(CARE_DOCUMENT_TILE(tile));
    g_autoptr(GError) error = NULL;
    g_autoptr(GFile) file = care_document_file_to_open(care_store_data_dir(self->store), document, &error);
    g_autoptr(GtkFileLauncher) launcher = NULL;

    if (!file) {
        say_error(self, error);
        return;
    }
    if (!care_opener_has_program(file)) {
        say_unopened(self);
        return;
    }
    launcher = gtk_file_launcher_new(file);
    gtk_file_launcher_launch(launcher, GTK_WINDOW(gtk_widget_get_root(GTK_WIDGET(self))), NULL, on_launched,
                             g_object_ref(self));
}

/* Removing */

static void
pending_changed(CareDocumentsView *self)
{
    refresh(self);
    g_signal_emit(self, signals[CHANGED], 0);
}

/* One that is not saved yet. */
typedef struct {
    CareDocumentsView *view; /* weak */
    CareRecord *document;
} Removed;

static void
removed_free(gpointer data)
{
    Removed *removed = data;

    g_clear_weak_pointer(&removed->view);
    g_object_unref(removed->document);
    g_free(removed);
}

static void
bring_back(gpointer data)
{
    Removed *removed = data;

    if (!removed->view || !removed->view->pending)
        return;
    g_ptr_array_insert(removed->view->pending, 0, g_object_ref(removed->document));
    pending_changed(removed->view);
}

static void
remove_pending(CareDocumentsView *self, CareRecord *document, const char *sentence)
{
    Removed *removed = g_new0(Removed, 1);

    g_set_weak_pointer(&removed->view, self);
    removed->document = g_object_ref(document);
    g_ptr_array_remove(self->pending, document);
    pending_changed(self);
    care_toast_unsaved(GTK_WIDGET(self), sentence, bring_back, removed, removed_free);
}

static void
remove_document(CareDocumentsView *self, CareRecord *document)
{
    /* Translators: %s is the name of a file */
    g_autofree char *sentence
        = g_strdup_printf(_("%s removed"), care_record_text(document, CARE_DOCUMENT_NAME));

    if (self->pending)
        remove_pending(self, document, sentence);
    else
        care_delete_with_undo(GTK_WIDGET(self), self->store, &care_document_kind, care_record_id(document),
                              sentence);
}

static void
remove_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareDocumentsView *self = CARE_DOCUMENTS_VIEW(widget);
    GtkFlowBoxChild *tile = gtk_flow_box_get_child_at_index(self->tiles, g_variant_get_int32(parameter));

    if (tile)
        remove_document(self, care_document_tile_get_document(CARE_DOCUMENT_TILE(tile)));
}

/* Tiles */

/* Which job it came with, where that is not said by the page. */
static char *
place_of(CareDocumentsView *self, CareRecord *document)
{
    CareId id = care_record_int(document, CARE_DOCUMENT_JOB);
    g_autoptr(CareRecord) job = NULL;
    const char *number;

    if (id == 0 || self->owner.job != 0)
        return NULL;
    job = care_store_get(self->store, &care_job_kind, id, NULL);
    number = job ? care_record_text(job, CARE_JOB_NUMBER) : NULL;
    /* Translators: %s is a job's number */
    return number ? g_strdup_printf(_("Job %s"), number) : NULL;
}

static GPtrArray *
read_documents(CareDocumentsView *self)
{
    if (self->pending)
        return g_ptr_array_ref(self->pending);
    if (self->owner.job != 0)
        return care_store_query(self->store, &care_document_kind, NULL, "jobs/documents", "ii",
                                self->owner.job, (gint64)SHOWN);
    return care_store_query(self->store, &care_document_kind, NULL, "customers/documents", "ii",
                            self->owner.customer, (gint64)SHOWN);
}

static const char *
hint_of(CareDocumentsView *self)
{
    if (self->pending)
        return _("Photos of its condition. Drop or paste them here.");
    return self->owner.job != 0
               ? _("Photos and files about this job. Drop them here, or paste.")
               : _("Photos and files about their things and jobs. Drop them here, or paste.");
}

static void
refresh(CareDocumentsView *self)
{
    g_autoptr(GPtrArray) documents = read_documents(self);
    guint n = documents ? documents->len : 0;
    int side = self->pending ? SMALL_TILE : TILE;

    gtk_flow_box_remove_all(self->tiles);
    for (guint i = 0; i < n; i++) {
        g_autofree char *place = place_of(self, documents->pdata[i]);

        gtk_flow_box_append(self->tiles,
                            care_document_tile_new(self->context, documents->pdata[i], side, place));
    }
    gtk_widget_set_visible(GTK_WIDGET(self->tiles), n > 0);
    gtk_widget_set_visible(self->more, n > 0 || self->pending != NULL);
    gtk_widget_set_visible(self->first, n == 0 && self->pending == NULL);
    adw_preferences_group_set_description(self->group, n > 0 ? NULL : hint_of(self));
}

static void
on_store_changed(CareDocumentsView *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, "document"))
        refresh(self);
}

/* Adding */

static void
offer_to_take_back(CareDocumentsView *self, CareRecord *document)
{
    g_autoptr(CareRecord) nothing = care_record_new(&care_document_kind);
    /* Translators: %s is the name of a file */
    g_autofree char *sentence
        = g_strdup_printf(_("%s added"), care_record_text(document, CARE_DOCUMENT_NAME));

    care_take_back_offer(GTK_WIDGET(self), self->store, nothing, document, sentence);
}

static void
on_attached(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(CareDocumentsView) self = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(CareRecord) document = care_document_attach_finish(CARE_STORE(source), result, &error);

    if (!document) {
        say_error(self, error);
    } else if (self->pending) {
        g_ptr_array_insert(self->pending, 0, g_steal_pointer(&document));
        pending_changed(self);
    } else {
        offer_to_take_back(self, document);
    }
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
        say(self, _("There is no picture or file to paste. Copy one first."));
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

    g_clear_pointer(&self->pending, g_ptr_array_unref);
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
    gtk_widget_class_install_action(widget_class, "documents.remove", "i", remove_action);
    gtk_widget_class_add_binding_action(widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "documents.paste", NULL);
    signals[CHANGED] = g_signal_new("changed", CARE_TYPE_DOCUMENTS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
care_documents_view_init(CareDocumentsView *self)
{
    GtkWidget *buttons = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);

    self->more = action_button("list-add-symbolic", _("Add Photos or Files"), "documents.add");
    self->first = care_act_row_new(_("Add Photos or Files"), "documents.add");
    self->group = ADW_PREFERENCES_GROUP(adw_preferences_group_new());
    self->tiles = GTK_FLOW_BOX(gtk_flow_box_new());
    gtk_flow_box_set_selection_mode(self->tiles, GTK_SELECTION_NONE);
    gtk_flow_box_set_activate_on_single_click(self->tiles, TRUE);
    gtk_flow_box_set_max_children_per_line(self->tiles, 12);
    gtk_flow_box_set_column_spacing(self->tiles, 6);
    gtk_flow_box_set_row_spacing(self->tiles, 12);
    gtk_widget_set_halign(GTK_WIDGET(self->tiles), GTK_ALIGN_START);
    g_signal_connect_object(self->tiles, "child-activated", G_CALLBACK(on_activated), self,
                            G_CONNECT_SWAPPED);
    gtk_box_append(GTK_BOX(buttons), action_button("edit-paste-symbolic", _("Paste"), "documents.paste"));
    gtk_box_append(GTK_BOX(buttons), self->more);
    adw_preferences_group_set_header_suffix(self->group, buttons);
    adw_preferences_group_add(self->group, self->first);
    adw_preferences_group_add(self->group, GTK_WIDGET(self->tiles));
    adw_bin_set_child(ADW_BIN(self), GTK_WIDGET(self->group));
    add_drop_target(self);
}

static CareDocumentsView *
view_new(CareContext *context, const char *title)
{
    CareDocumentsView *self = g_object_new(CARE_TYPE_DOCUMENTS_VIEW, NULL);

    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    adw_preferences_group_set_title(self->group, title);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->tiles), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    return self;
}

GtkWidget *
care_documents_view_new(CareContext *context, CareId customer, CareId job)
{
    CareDocumentsView *self = view_new(context, job != 0 ? _("Photos and Documents") : _("Documents"));

    self->owner = (CareDocumentOwner){ customer, job };
    g_signal_connect_object(self->store, "changed", G_CALLBACK(on_store_changed), self, G_CONNECT_SWAPPED);
    refresh(self);
    return GTK_WIDGET(self);
}

GtkWidget *
care_documents_view_new_pending(CareContext *context)
{
    CareDocumentsView *self = view_new(context, _("Condition"));

    self->pending = g_ptr_array_new_with_free_func(g_object_unref);
    refresh(self);
    return GTK_WIDGET(self);
}

GPtrArray *
care_documents_view_get_pending(CareDocumentsView *self)
{
    g_return_val_if_fail(CARE_IS_DOCUMENTS_VIEW(self), NULL);
    return self->pending;
}

void
care_documents_view_add_pending(CareDocumentsView *self, CareRecord *document)
{
    g_return_if_fail(CARE_IS_DOCUMENTS_VIEW(self) && self->pending);
    g_ptr_array_add(self->pending, g_object_ref(document));
    pending_changed(self);
}
