/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/record-page.h"

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "service/flow.h"
#include "ui/kit/conflict-dialog.h"
#include "ui/kit/empty-state.h"
#include "ui/kit/form.h"
#include "ui/kit/plain-row.h"
#include "ui/kit/text-area.h"
#include "ui/kit/toast.h"

/* One open page. Owned by it. */
typedef struct {
    AdwPreferencesDialog *dialog; /* outlives it */
    CareContext *context;
    CareStore *store;
    CareRecord *record;
    CareRecord *base; /* the record as the page was given it */
    GPtrArray *forms; /* borrowed: they live with their rows */
    AdwBanner *banner;
    GtkWidget *window; /* weak */
    gboolean done;     /* saved or removed: nothing is thrown away by leaving */
} Page;

static void
page_free(gpointer data)
{
    Page *self = data;

    g_clear_weak_pointer(&self->window);
    g_object_unref(self->context);
    g_object_unref(self->store);
    g_object_unref(self->record);
    g_object_unref(self->base);
    g_ptr_array_unref(self->forms);
    g_free(self);
}

static void save(AdwNavigationPage *page);

static void
on_conflict_answered(gboolean chosen, gpointer data)
{
    g_autoptr(AdwNavigationPage) page = data;

    if (chosen)
        save(page);
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(AdwNavigationPage) page = data;
    Page *self = g_object_get_data(G_OBJECT(page), "care-page");
    g_autoptr(GError) error = NULL;

    care_flow_save_finish(CARE_STORE(source), result, &error);
    if (care_conflict_concerns(self->store, self->record, self->base, error))
        care_conflict_ask(GTK_WIDGET(page), self->store, self->record, self->base, on_conflict_answered,
                          g_object_ref(page));
    else if (error)
        care_banner_show_error(self->banner, error);
    else if (gtk_widget_get_root(GTK_WIDGET(page)) != NULL) {
        self->done = TRUE;
        adw_preferences_dialog_pop_subpage(self->dialog);
    }
}

static void
save(AdwNavigationPage *page)
{
    Page *self = g_object_get_data(G_OBJECT(page), "care-page");

    care_flow_save_async(self->store, self->record, self->base, NULL, on_saved, g_object_ref(page));
}

static void
on_save(AdwNavigationPage *page)
{
    Page *self = g_object_get_data(G_OBJECT(page), "care-page");

    for (guint i = 0; i < self->forms->len; i++)
        if (!care_form_check(self->forms->pdata[i]))
            return;
    save(page);
}

/* Something that is taken out, on its way to the worker and then in the toast, which the dialog has. */
typedef struct {
    AdwPreferencesDialog *dialog;
    CareStore *store;
    const CareKind *kind;
    CareId id;
    char *title;
} Removed;

static void
removed_free(gpointer data, GClosure *closure)
{
    Removed *removed = data;

    g_object_unref(removed->dialog);
    g_object_unref(removed->store);
    g_free(removed->title);
    g_free(removed);
}

static AdwToast *
toast_new(const char *text)
{
    AdwToast *toast = adw_toast_new(text);

    adw_toast_set_use_markup(toast, FALSE);
    return toast;
}

static void
say_error(AdwPreferencesDialog *dialog, const GError *error)
{
    AdwToast *toast = toast_new(error->message);

    adw_toast_set_timeout(toast, 0);
    adw_toast_set_priority(toast, ADW_TOAST_PRIORITY_HIGH);
    adw_preferences_dialog_add_toast(dialog, toast);
}

static void
on_brought_back(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(AdwPreferencesDialog) dialog = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) along = care_flow_undelete_finish(CARE_STORE(source), result, &error);

    if (!along)
        say_error(dialog, error);
}

static void
on_undo(AdwToast *toast, gpointer data)
{
    Removed *removed = data;

    care_flow_undelete_async(removed->store, removed->kind, removed->id, on_brought_back,
                             g_object_ref(removed->dialog));
}

static void
on_removed(GObject *source, GAsyncResult *result, gpointer data)
{
    Removed *removed = data;
    g_autoptr(GError) error = NULL;
    g_autofree char *name = care_isolate(removed->title);
    g_autofree char *text = g_strdup_printf(_("%s was removed"), name);
    AdwToast *toast;

    if (!care_flow_remove_finish(CARE_STORE(source), result, &error)) {
        say_error(removed->dialog, error);
        removed_free(removed, NULL);
        return;
    }
    toast = toast_new(text);
    adw_toast_set_button_label(toast, _("_Undo"));
    g_signal_connect_data(toast, "button-clicked", G_CALLBACK(on_undo), removed, removed_free, 0);
    adw_preferences_dialog_add_toast(removed->dialog, toast);
}

static void
on_remove(AdwNavigationPage *page)
{
    Page *self = g_object_get_data(G_OBJECT(page), "care-page");
    Removed *removed = g_new(Removed, 1);

    removed->dialog = g_object_ref(self->dialog);
    removed->store = g_object_ref(self->store);
    removed->kind = care_record_kind(self->record);
    removed->id = care_record_id(self->record);
    removed->title = care_record_title(self->record);
    self->done = TRUE;
    care_flow_remove_async(self->store, removed->kind, removed->id, on_removed, removed);
    adw_preferences_dialog_pop_subpage(self->dialog);
}

static GtkWidget *
text_view_new(const char *label)
{
    GtkWidget *view = care_text_area_new();

    gtk_widget_set_size_request(view, -1, 180);
    gtk_accessible_update_property(GTK_ACCESSIBLE(view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    return view;
}

static GtkWidget *
widget_for(const CareField *field)
{
    GtkWidget *row;

    if (field->flags & CARE_FIELD_LONG)
        return text_view_new(care_field_label(field));
    row = field->kind == CARE_FIELD_CHOICE ? adw_combo_row_new() : adw_entry_row_new();
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), care_field_label(field));
    return row;
}

static void
add_fields(Page *self, AdwPreferencesPage *content)
{
    const CareKind *kind = care_record_kind(self->record);
    AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP(adw_preferences_group_new());

    adw_preferences_page_add(content, group);
    for (guint i = 0; i < kind->n_fields; i++) {
        const CareField *field = &kind->fields[i];
        GtkWidget *widget;

        if (field->kind == CARE_FIELD_LIST || (field->flags & (CARE_FIELD_COMPUTED | CARE_FIELD_INTERNAL)))
            continue;
        widget = widget_for(field);
        if (field->flags & CARE_FIELD_LONG) {
            group = ADW_PREFERENCES_GROUP(adw_preferences_group_new());
            adw_preferences_group_set_title(group, care_field_label(field));
            adw_preferences_page_add(content, group);
        }
        adw_preferences_group_add(group, widget);
        g_ptr_array_add(self->forms, care_form_bind_row(widget, self->record, (int)i));
    }
}

static void
add_remove(Page *self, AdwNavigationPage *page, AdwPreferencesPage *content)
{
    AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP(adw_preferences_group_new());
    GtkWidget *row = adw_button_row_new();

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), _("Remove"));
    gtk_widget_add_css_class(row, "destructive-action");
    g_signal_connect_swapped(row, "activated", G_CALLBACK(on_remove), page);
    adw_preferences_group_add(group, row);
    adw_preferences_page_add(content, group);
}

/* What was typed on a page that was left, in the toast that offers it. */
typedef struct {
    AdwPreferencesDialog *dialog;
    CareContext *context;
    CareRecord *record;
    CareRecord *base;
} Left;

static void
left_free(gpointer data, GClosure *closure)
{
    Left *left = data;

    g_object_unref(left->dialog);
    g_object_unref(left->context);
    g_object_unref(left->record);
    g_object_unref(left->base);
    g_free(left);
}

static AdwNavigationPage *page_of(AdwPreferencesDialog *dialog, CareContext *context, CareRecord *record,
                                  CareRecord *base);

static void
on_take_up(AdwToast *toast, gpointer data)
{
    Left *left = data;

    adw_preferences_dialog_push_subpage(left->dialog,
                                        page_of(left->dialog, left->context, left->record, left->base));
}

static gboolean
is_on_top(AdwNavigationPage *page)
{
    GtkWidget *view = gtk_widget_get_ancestor(GTK_WIDGET(page), ADW_TYPE_NAVIGATION_VIEW);

    return view != NULL && adw_navigation_view_get_visible_page(ADW_NAVIGATION_VIEW(view)) == page;
}

static gboolean
is_edited(Page *self)
{
    return !self->done && !care_record_equal(self->record, self->base);
}

/* By Back or Esc: that can be taken back, like everything else. */
static void
on_left(AdwNavigationPage *page)
{
    Page *self = g_object_get_data(G_OBJECT(page), "care-page");
    AdwToast *toast;
    Left *left;

    if (is_on_top(page) || !is_edited(self))
        return;
    left = g_new(Left, 1);
    *left = (Left){ g_object_ref(self->dialog), g_object_ref(self->context), care_record_copy(self->record),
                    care_record_copy(self->base) };
    toast = toast_new(_("Not saved"));
    adw_toast_set_button_label(toast, _("_Undo"));
    g_signal_connect_data(toast, "button-clicked", G_CALLBACK(on_take_up), left, left_free, 0);
    adw_preferences_dialog_add_toast(self->dialog, toast);
}

static void
open_again(gpointer data)
{
    /* the window is there: the toast is its own */
    adw_dialog_present(ADW_DIALOG(data), g_object_get_data(data, "care-window"));
}

/* The page goes with the dialog, and comes back with it. */
static void
on_dialog_closed(AdwNavigationPage *page)
{
    Page *self = g_object_get_data(G_OBJECT(page), "care-page");

    if (!self->window || !is_on_top(page) || !is_edited(self))
        return;
    g_object_set_data(G_OBJECT(self->dialog), "care-window", self->window);
    care_toast_undo(self->window, _("Not saved"), open_again, g_object_ref(self->dialog), g_object_unref);
}

static void
on_map(AdwNavigationPage *page)
{
    Page *self = g_object_get_data(G_OBJECT(page), "care-page");

    g_set_weak_pointer(&self->window, GTK_WIDGET(gtk_widget_get_root(GTK_WIDGET(page))));
}

static AdwNavigationPage *
page_of(AdwPreferencesDialog *dialog, CareContext *context, CareRecord *record, CareRecord *base)
{
    GtkWidget *view = adw_toolbar_view_new();
    GtkWidget *bar = adw_header_bar_new();
    GtkWidget *save = gtk_button_new_with_mnemonic(_("_Save"));
    AdwPreferencesPage *content = ADW_PREFERENCES_PAGE(adw_preferences_page_new());
    g_autofree char *title = NULL;
    AdwNavigationPage *page;
    Page *self = g_new0(Page, 1);

    self->dialog = dialog;
    self->context = g_object_ref(context);
    self->store = g_object_ref(care_context_get_store(context));
    self->record = care_record_copy(record);
    self->base = care_record_copy(base);
    self->forms = g_ptr_array_new();
    self->banner = ADW_BANNER(adw_banner_new(""));
    title = care_record_id(self->record) != 0 ? care_record_title(self->record)
                                              : g_strdup(care_kind_label(care_record_kind(record)));
    page = adw_navigation_page_new(view, title);
    g_object_set_data_full(G_OBJECT(page), "care-page", self, page_free);
    gtk_widget_add_css_class(save, "suggested-action");
    g_signal_connect_swapped(save, "clicked", G_CALLBACK(on_save), page);
    adw_header_bar_pack_end(ADW_HEADER_BAR(bar), save);
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), bar);
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), GTK_WIDGET(self->banner));
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(view), GTK_WIDGET(content));
    add_fields(self, content);
    if (care_record_id(self->record) != 0)
        add_remove(self, page, content);
    g_signal_connect(page, "map", G_CALLBACK(on_map), NULL);
    g_signal_connect(page, "hidden", G_CALLBACK(on_left), NULL);
    g_signal_connect_object(dialog, "closed", G_CALLBACK(on_dialog_closed), page, G_CONNECT_SWAPPED);
    return page;
}

AdwNavigationPage *
care_record_page_new(AdwPreferencesDialog *dialog, CareContext *context, const CareKind *kind, CareId id)
{
    CareStore *store = care_context_get_store(context);
    g_autoptr(CareRecord) kept = id != 0 ? care_store_get(store, kind, id, NULL) : NULL;
    g_autoptr(CareRecord) record = kept ? g_steal_pointer(&kept) : care_record_new(kind);

    return page_of(dialog, context, record, record);
}

/* The list of a kind. Owned by its group. */
typedef struct {
    AdwPreferencesDialog *dialog;
    CareContext *context;
    const CareKind *kind;
    AdwPreferencesGroup *group;
    GPtrArray *rows;
    char *add_label;
    gulong handler;
} List;

static void
list_free(gpointer data)
{
    List *self = data;

    g_clear_signal_handler(&self->handler, care_context_get_store(self->context));
    g_object_unref(self->context);
    g_ptr_array_unref(self->rows);
    g_free(self->add_label);
    g_free(self);
}

static void
on_row(GtkWidget *row, gpointer data)
{
    List *self = data;
    CareId *id = g_object_get_data(G_OBJECT(row), "care-id");

    adw_preferences_dialog_push_subpage(
        self->dialog, care_record_page_new(self->dialog, self->context, self->kind, id != NULL ? *id : 0));
}

/* The second field says most about the first: a role, a situation. */
static char *
subtitle_of(CareRecord *record)
{
    const CareField *field = &care_record_kind(record)->fields[1];
    const char *word = care_record_text(record, 1);

    if (word == NULL)
        return g_strdup("");
    return g_strdup(field->kind == CARE_FIELD_CHOICE ? care_choice_label(field->choices, word) : word);
}

static void
add_row(List *self, CareRecord *record)
{
    g_autofree char *title = care_record_title(record);
    g_autofree char *subtitle = subtitle_of(record);
    GtkWidget *row = care_plain_row_new(title, subtitle);
    CareId id = care_record_id(record);

    care_plain_row_lead_on(row);
    g_object_set_data_full(G_OBJECT(row), "care-id", g_memdup2(&id, sizeof id), g_free);
    g_signal_connect(row, "activated", G_CALLBACK(on_row), self);
    adw_preferences_group_add(self->group, row);
    g_ptr_array_add(self->rows, row);
}

static void
fill(List *self)
{
    g_autoptr(GPtrArray) records
        = care_store_get_all(care_context_get_store(self->context), self->kind, 0, NULL);
    GtkWidget *add;

    for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove(self->group, self->rows->pdata[i]);
    g_ptr_array_set_size(self->rows, 0);
    for (guint i = 0; records != NULL && i < records->len; i++)
        add_row(self, records->pdata[i]);
    add = adw_button_row_new();
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(add), self->add_label);
    adw_button_row_set_start_icon_name(ADW_BUTTON_ROW(add), "list-add-symbolic");
    g_signal_connect(add, "activated", G_CALLBACK(on_row), self);
    adw_preferences_group_add(self->group, add);
    g_ptr_array_add(self->rows, add);
}

static void
on_store_changed(List *self, CareChangeSet *changes)
{
    if (care_change_set_has_kind(changes, self->kind->name))
        fill(self);
}

GtkWidget *
care_record_group_new(AdwPreferencesDialog *dialog, CareContext *context, const CareKind *kind,
                      const char *title, const char *description, const char *add_label)
{
    GtkWidget *group = adw_preferences_group_new();
    List *self = g_new0(List, 1);

    self->dialog = dialog;
    self->context = g_object_ref(context);
    self->kind = kind;
    self->group = ADW_PREFERENCES_GROUP(group);
    self->rows = g_ptr_array_new();
    self->add_label = g_strdup(add_label);
    adw_preferences_group_set_title(self->group, title);
    adw_preferences_group_set_description(self->group, description);
    g_object_set_data_full(G_OBJECT(group), "care-list", self, list_free);
    self->handler = g_signal_connect_swapped(care_context_get_store(context), "changed",
                                             G_CALLBACK(on_store_changed), self);
    fill(self);
    return group;
}
