/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/setting-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/draft.h"
#include "ui/kit/toast.h"

#define REST_MS 600

typedef struct {
    CareStore *store;
    GtkWidget *row; /* its owner */
    char *key;
    char *title;
    char *saved; /* as the store has it */
    CareSettingCheck check;
    const char *const *words;
    char *problem;     /* what is wrong with the text in the row, NULL when nothing is */
    GtkWidget *window; /* weak, once it was seen */
    guint timeout;
    gulong handler;
    gboolean showing;
    gboolean refused; /* what is in the row was not saved, through no fault of it */
} Binding;

typedef struct {
    char *key;
    char *value;
} Pair;

static void
pair_free(gpointer data)
{
    Pair *pair = data;

    g_free(pair->key);
    g_free(pair->value);
    g_free(pair);
}

static gboolean
save_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Pair *pair = data;

    return care_shop_setting_write(transaction, pair->key, pair->value, error);
}

/* What Ctrl+Z takes back is what was done before it, once it is done. */
static gboolean
end_save(GObject *store, GAsyncResult *result, GError **error)
{
    gboolean saved = care_store_write_finish(CARE_STORE(store), result, error);

    if (saved)
        care_toast_barrier(NULL);
    else
        care_toast_error(NULL, *error);
    return saved;
}

static void
on_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    end_save(source, result, &error);
}

static void
write_setting(CareStore *store, const char *key, const char *value, GAsyncReadyCallback callback,
              gpointer user_data)
{
    Pair *pair = g_new(Pair, 1);

    pair->key = g_strdup(key);
    pair->value = g_strdup(value);
    care_store_write_async(store, CARE_PRIORITY_INTERACTIVE, save_closure, pair, pair_free, NULL, callback,
                           user_data);
}

void
care_setting_save(CareStore *store, const char *key, const char *value)
{
    write_setting(store, key, value, on_saved, NULL);
}

static void show(Binding *self);
static void say(Binding *self, const char *sentence);

/* The row does not look as if it were saved: a choice goes back, what was typed stays, marked, and is tried again. */
static void
on_refused(Binding *self, const GError *error)
{
    g_autofree char *stored = care_store_setting(self->store, self->key);

    g_set_str(&self->saved, stored);
    if (GTK_IS_EDITABLE(self->row)) {
        self->refused = TRUE;
        say(self, error->message);
    } else {
        show(self);
    }
}

static void
on_row_saved(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GtkWidget) row = data;
    g_autoptr(GError) error = NULL;

    if (!end_save(source, result, &error) && gtk_widget_get_root(row) != NULL)
        on_refused(g_object_get_data(G_OBJECT(row), "care-setting"), error);
}

static void
save(Binding *self, const char *value)
{
    self->refused = FALSE;
    if (g_strcmp0(self->saved, value) == 0)
        return;
    g_set_str(&self->saved, value);
    write_setting(self->store, self->key, value, on_row_saved, g_object_ref(self->row));
}

static void
say(Binding *self, const char *sentence)
{
    g_autofree char *title = sentence != NULL ? g_strdup_printf("%s: %s", self->title, sentence) : NULL;

    g_set_str(&self->problem, sentence);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->row), title != NULL ? title : self->title);
    if (sentence != NULL)
        gtk_widget_add_css_class(self->row, "error");
    else
        gtk_widget_remove_css_class(self->row, "error");
}

/* What makes no sense is no setting, but it was typed: it stands in the row again. */
static char *
draft_key(Binding *self)
{
    return g_strconcat(CARE_SETTING_DRAFT, self->key, NULL);
}

static void
keep_draft(Binding *self, const char *text)
{
    g_autofree char *key = draft_key(self);
    g_autofree char *kept = care_draft_read(self->store, key);

    if (g_strcmp0(kept, text) != 0)
        care_draft_write(self->store, key, text);
}

static void
take_text(Binding *self)
{
    g_autofree char *text = g_strdup(gtk_editable_get_text(GTK_EDITABLE(self->row)));
    g_autofree char *tidy = NULL;
    g_autofree char *sentence = NULL;

    g_clear_handle_id(&self->timeout, g_source_remove);
    g_strstrip(text);
    if (*text != '\0' && self->check != NULL)
        sentence = self->check(text, &tidy);
    say(self, sentence);
    keep_draft(self, sentence != NULL ? text : NULL);
    if (sentence == NULL)
        save(self, *text == '\0' ? NULL : tidy != NULL ? tidy : text);
}

/* Rather than the value, which is what stands. */
static void
show_draft(Binding *self)
{
    g_autofree char *key = draft_key(self);
    g_autofree char *text = care_draft_read(self->store, key);
    g_autofree char *tidy = NULL;
    g_autofree char *sentence = NULL;

    if (text == NULL)
        return;
    sentence = self->check != NULL ? self->check(text, &tidy) : NULL;
    if (sentence == NULL) {
        keep_draft(self, NULL);
        return;
    }
    self->showing = TRUE;
    gtk_editable_set_text(GTK_EDITABLE(self->row), text);
    self->showing = FALSE;
    say(self, sentence);
}

/* Leaving says what was not taken. */
static void
on_closed(Binding *self)
{
    g_autofree char *sentence = NULL;

    if (self->timeout != 0 || self->refused)
        take_text(self);
    if (self->problem == NULL || self->window == NULL)
        return;
    /* Translators: a setting and what is wrong: "IBAN was not saved: a digit is wrong or missing" */
    sentence = g_strdup_printf(_("%s was not saved: %s"), self->title, self->problem);
    care_toast_show(self->window, sentence);
}

static void
on_map(GtkWidget *row, Binding *self)
{
    GtkWidget *dialog = gtk_widget_get_ancestor(row, ADW_TYPE_DIALOG);

    g_signal_handlers_disconnect_by_func(row, on_map, self);
    g_set_weak_pointer(&self->window, GTK_WIDGET(gtk_widget_get_root(row)));
    if (dialog)
        g_signal_connect_data(dialog, "closed", G_CALLBACK(on_closed), self, NULL, G_CONNECT_SWAPPED);
}

static gboolean
on_rest(gpointer data)
{
    Binding *self = data;

    self->timeout = 0;
    take_text(self);
    return G_SOURCE_REMOVE;
}

static void
on_text_changed(Binding *self)
{
    if (self->showing)
        return;
    g_clear_handle_id(&self->timeout, g_source_remove);
    self->timeout = g_timeout_add(REST_MS, on_rest, self);
}

static void
take_up(Binding *self)
{
    if (self->timeout != 0 || self->refused)
        take_text(self);
}

static void
show(Binding *self)
{
    const char *value = self->saved != NULL ? self->saved : "";

    self->showing = TRUE;
    if (ADW_IS_SWITCH_ROW(self->row)) {
        adw_switch_row_set_active(ADW_SWITCH_ROW(self->row), strcmp(value, "true") == 0);
    } else if (ADW_IS_COMBO_ROW(self->row)) {
        for (guint i = 0; self->words[i] != NULL; i++)
            if (strcmp(self->words[i], value) == 0)
                adw_combo_row_set_selected(ADW_COMBO_ROW(self->row), i);
    } else {
        gtk_editable_set_text(GTK_EDITABLE(self->row), value);
        say(self, NULL);
    }
    self->showing = FALSE;
}

static gboolean
is_being_typed(Binding *self)
{
    return self->timeout != 0
           || (gtk_widget_get_state_flags(self->row) & GTK_STATE_FLAG_FOCUS_WITHIN && self->problem != NULL);
}

/* Nobody's typing is overwritten; but what was refused before gives way to a value that was chosen since, as a country's
 * holidays are. */
static void
on_store_changed(Binding *self, CareChangeSet *changes)
{
    g_autofree char *value = NULL;

    if (!care_change_set_has_kind(changes, "setting") || is_being_typed(self))
        return;
    value = care_store_setting(self->store, self->key);
    if (!g_set_str(&self->saved, value))
        return;
    keep_draft(self, NULL);
    show(self);
}

static void
binding_free(gpointer data)
{
    Binding *self = data;

    g_clear_handle_id(&self->timeout, g_source_remove);
    g_clear_signal_handler(&self->handler, self->store);
    g_clear_weak_pointer(&self->window);
    g_object_unref(self->store);
    g_free(self->problem);
    g_free(self->key);
    g_free(self->title);
    g_free(self->saved);
    g_free(self);
}

static Binding *
bind(GtkWidget *row, CareStore *store, const char *key, const char *title)
{
    Binding *self = g_new0(Binding, 1);

    self->store = g_object_ref(store);
    self->row = row;
    self->key = g_strdup(key);
    self->title = g_strdup(title);
    self->saved = care_store_setting(store, key);
    self->handler = g_signal_connect_swapped(store, "changed", G_CALLBACK(on_store_changed), self);
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(row), FALSE);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), title);
    g_object_set_data_full(G_OBJECT(row), "care-setting", self, binding_free);
    return self;
}

GtkWidget *
care_setting_entry_row_new(CareStore *store, const char *key, const char *title, CareSettingCheck check)
{
    GtkWidget *row = adw_entry_row_new();
    Binding *self = bind(row, store, key, title);

    self->check = check;
    show(self);
    show_draft(self);
    g_signal_connect(row, "map", G_CALLBACK(on_map), self);
    g_signal_connect_swapped(row, "changed", G_CALLBACK(on_text_changed), self);
    g_signal_connect_swapped(row, "unmap", G_CALLBACK(take_up), self);
    g_signal_connect_swapped(row, "entry-activated", G_CALLBACK(take_up), self);
    return row;
}

static void
on_switched(Binding *self)
{
    if (!self->showing)
        save(self, adw_switch_row_get_active(ADW_SWITCH_ROW(self->row)) ? "true" : NULL);
}

GtkWidget *
care_setting_switch_row_new(CareStore *store, const char *key, const char *title, const char *subtitle)
{
    GtkWidget *row = adw_switch_row_new();
    Binding *self = bind(row, store, key, title);

    adw_action_row_set_subtitle(ADW_ACTION_ROW(row), subtitle);
    show(self);
    g_signal_connect_swapped(row, "notify::active", G_CALLBACK(on_switched), self);
    return row;
}

static void
on_selected(Binding *self)
{
    if (!self->showing)
        save(self, self->words[adw_combo_row_get_selected(ADW_COMBO_ROW(self->row))]);
}

GtkWidget *
care_setting_choice_row_new(CareStore *store, const char *key, const char *title, const char *const *words,
                            const char *const *titles)
{
    GtkWidget *row = adw_combo_row_new();
    g_autoptr(GtkStringList) list = gtk_string_list_new(titles);
    Binding *self = bind(row, store, key, title);

    self->words = words;
    self->showing = TRUE; /* a model selects its first by itself */
    adw_combo_row_set_model(ADW_COMBO_ROW(row), G_LIST_MODEL(list));
    show(self);
    g_signal_connect_swapped(row, "notify::selected", G_CALLBACK(on_selected), self);
    return row;
}

GtkWidget *
care_setting_row_find(GtkWidget *below, const char *key)
{
    Binding *self = g_object_get_data(G_OBJECT(below), "care-setting");
    GtkWidget *found = self != NULL && strcmp(self->key, key) == 0 ? below : NULL;

    for (GtkWidget *child = gtk_widget_get_first_child(below); found == NULL && child != NULL;
         child = gtk_widget_get_next_sibling(child))
        found = care_setting_row_find(child, key);
    return found;
}
