/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jobs/condition-photos.h"

#include "model/document.h"
#include "store/draft.h"
#include "ui/parts/documents-view.h"

struct _CareConditionPhotos {
    AdwPreferencesRow parent_instance;

    CareStore *store;
    char *draft;
    CareDraftKeeper *intake; /* photos alone are an intake too */
    CareDocumentsView *view;
    gboolean filling;
};

G_DEFINE_FINAL_TYPE(CareConditionPhotos, care_condition_photos, ADW_TYPE_PREFERENCES_ROW)

static void
on_changed(CareConditionPhotos *self)
{
    GPtrArray *documents = care_documents_view_get_pending(self->view);
    g_autoptr(GString) text = g_string_new(NULL);

    if (self->filling)
        return;
    for (guint i = 0; i < documents->len; i++) {
        g_autofree char *line = care_draft_text(documents->pdata[i], NULL);

        g_string_append_printf(text, "%s\n", line);
    }
    care_draft_write(self->store, self->draft, documents->len > 0 ? text->str : NULL);
    care_draft_keeper_touch(self->intake);
}

static void
care_condition_photos_dispose(GObject *object)
{
    CareConditionPhotos *self = CARE_CONDITION_PHOTOS(object);

    g_clear_object(&self->store);
    g_clear_object(&self->intake);
    G_OBJECT_CLASS(care_condition_photos_parent_class)->dispose(object);
}

static void
care_condition_photos_finalize(GObject *object)
{
    g_free(CARE_CONDITION_PHOTOS(object)->draft);
    G_OBJECT_CLASS(care_condition_photos_parent_class)->finalize(object);
}

static void
care_condition_photos_class_init(CareConditionPhotosClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_condition_photos_dispose;
    G_OBJECT_CLASS(klass)->finalize = care_condition_photos_finalize;
}

static void
care_condition_photos_init(CareConditionPhotos *self)
{
    gtk_list_box_row_set_activatable(GTK_LIST_BOX_ROW(self), FALSE);
    gtk_widget_set_focusable(GTK_WIDGET(self), FALSE);
}

GtkWidget *
care_condition_photos_new(CareContext *context, const char *draft, CareDraftKeeper *intake)
{
    CareConditionPhotos *self = g_object_new(CARE_TYPE_CONDITION_PHOTOS, NULL);
    GtkWidget *view = care_documents_view_new_pending(context);

    self->store = g_object_ref(care_context_get_store(context));
    self->draft = g_strdup(draft);
    self->intake = g_object_ref(intake);
    self->view = CARE_DOCUMENTS_VIEW(view);
    gtk_widget_set_margin_start(view, 12);
    gtk_widget_set_margin_end(view, 6);
    gtk_widget_set_margin_top(view, 6);
    gtk_widget_set_margin_bottom(view, 6);
    gtk_list_box_row_set_child(GTK_LIST_BOX_ROW(self), view);
    g_signal_connect_object(view, "changed", G_CALLBACK(on_changed), self, G_CONNECT_SWAPPED);
    return GTK_WIDGET(self);
}

GPtrArray *
care_condition_photos_get(CareConditionPhotos *self)
{
    g_return_val_if_fail(CARE_IS_CONDITION_PHOTOS(self), NULL);
    return care_documents_view_get_pending(self->view);
}

void
care_condition_photos_continue(CareConditionPhotos *self)
{
    g_autofree char *text = care_draft_read(self->store, self->draft);
    g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);

    g_return_if_fail(CARE_IS_CONDITION_PHOTOS(self));
    self->filling = TRUE;
    for (guint i = 0; lines[i]; i++) {
        g_autoptr(CareRecord) document = CARE_RECORD(care_document_new());

        if (*lines[i] && care_draft_take(document, NULL, lines[i]))
            care_documents_view_add_pending(self->view, document);
    }
    self->filling = FALSE;
}
