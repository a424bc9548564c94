/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/setting-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "service/shop-setting.h"
#include "ui/kit/has-cursor.h"
#include "ui/kit/pause.h"
#include "ui/preferences/not-saved.h"
#include "ui/preferences/setting-typed.h"
#include "ui/preferences/setting-value.h"

typedef struct {
    CareStore *store;
    CareSettingValue *value;
    GtkWidget *row; /* its owner */
    char *title;
    char *problem;     /* what is wrong with the text in the row, NULL when nothing is */
    GtkWidget *window; /* weak, once it was seen */
    CarePause pause;   /* until what is typed is taken */
    gboolean showing;
    gboolean typed;   /* what is in the row, by hand */
    gboolean refused; /* what is in the row was not saved, through no fault of it */
    gboolean against; /* somebody else has set it to something else meanwhile: it is saved by leaving only */
} Binding;

#define SETTING_KEY "care-setting-key"

static void
say(Binding *self, const char *sentence)
{
    /* Translators: what a row is called, and a sentence about what is typed in it */
    g_autofree char *title = sentence != NULL ? g_strdup_printf(_("%s: %s"), self->title, sentence) : NULL;

    g_set_str(&self->problem, sentence);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(self->row), title != NULL ? title : self->title);
    if (sentence != NULL)
        gtk_widget_add_css_class(self->row, "error");
    else
        gtk_widget_remove_css_class(self->row, "error");
}

/* What was typed stays, marked, and is tried again: the row does not look as if it were saved. */
static void
on_refused(Binding *self, const char *sentence)
{
    self->refused = TRUE;
    say(self, sentence);
}

static void
keep_typed(Binding *self, const char *text)
{
    care_setting_typed_keep(self->store, care_setting_value_key(self->value), text);
}

/* What makes no sense is no setting, but it was typed: it stands in the row again. */
static void
take_text(Binding *self)
{
    g_autofree char *text = g_strdup(gtk_editable_get_text(GTK_EDITABLE(self->row)));
    g_autofree char *tidy = NULL;
    g_autofree char *sentence = NULL;

    care_pause_clear(&self->pause);
    g_strstrip(text);
    sentence = care_shop_setting_look(care_setting_value_key(self->value), text, &tidy);
    say(self, sentence);
    self->refused = FALSE;
    self->against = FALSE;
    if (sentence != NULL)
        keep_typed(self, text);
    else
        care_setting_value_set_typed(self->value, *text == '\0' ? NULL : tidy != NULL ? tidy : text);
}

/* Rather than the value, which is what stands. */
static void
show_text(Binding *self, const char *text)
{
    self->showing = TRUE;
    gtk_editable_set_text(GTK_EDITABLE(self->row), text);
    self->showing = FALSE;
    self->typed = FALSE;
}

/* Both of them: leaving saves what is in the row. */
static void
show_unsaved(Binding *self)
{
    const char *value = care_setting_value_get(self->value);
    g_autofree char *other = care_isolate(value);
    g_autofree char *sentence = NULL;

    if (value == NULL || *value == '\0')
        /* Translators: of a setting, behind its name: "Name: not saved yet" */
        sentence = g_strdup(_("not saved yet"));
    else
        /* Translators: of a setting, behind its name; %s is what it is set to: "Name: not saved yet, and set to “Wheels”" */
        sentence = g_strdup_printf(_("not saved yet, and set to “%s”"), other);
    on_refused(self, sentence);
}

static void
show_typed(Binding *self)
{
    g_autofree char *text = care_setting_typed_read(self->store, care_setting_value_key(self->value));
    g_autofree char *tidy = NULL;
    g_autofree char *sentence = NULL;

    if (text == NULL)
        return;
    sentence = care_shop_setting_look(care_setting_value_key(self->value), text, &tidy);
    if (sentence == NULL && g_strcmp0(tidy != NULL ? tidy : text, care_setting_value_get(self->value)) == 0) {
        keep_typed(self, NULL);
        return;
    }
    show_text(self, text);
    if (sentence != NULL)
        say(self, sentence);
    else
        show_unsaved(self);
}

/* What was typed last, or refused before. */
static void
take_up(Binding *self)
{
    if (care_pause_is_on(&self->pause) || self->refused)
        take_text(self);
}

/* Leaving says what was not taken. */
static void
on_closed(Binding *self)
{
    g_autofree char *sentence = NULL;

    take_up(self);
    if (self->problem == NULL || self->window == NULL)
        return;
    sentence = care_setting_not_saved(self->title, self->problem);
    care_not_saved_say(self->window, sentence);
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

static void
on_rest(gpointer data)
{
    Binding *self = data;
    g_autofree char *text = g_strstrip(g_strdup(gtk_editable_get_text(GTK_EDITABLE(self->row))));

    if (self->against)
        keep_typed(self, text);
    else
        take_text(self);
}

static void
on_text_changed(Binding *self)
{
    if (self->showing)
        return;
    self->typed = TRUE;
    care_pause_begin_anew(&self->pause);
}

static void
show(Binding *self)
{
    const char *value = care_setting_value_get(self->value);

    show_text(self, value != NULL ? value : "");
    say(self, NULL);
}

static gboolean
is_being_typed(Binding *self)
{
    return care_pause_is_on(&self->pause) || (care_has_cursor(self->row) && self->problem != NULL);
}

/* Somebody else has set it while it is written here and what was written was saved a moment ago, or while what was written
 * could not be saved: it stays, and whoever wrote it is told what it was set to. */
static gboolean
stands_against(Binding *self)
{
    const char *value = care_setting_value_get(self->value);
    g_autofree char *text = g_strdup(gtk_editable_get_text(GTK_EDITABLE(self->row)));
    g_autofree char *other = care_isolate(value != NULL ? value : "");
    g_autofree char *sentence = NULL;

    g_strstrip(text);
    if (!self->typed || !(care_has_cursor(self->row) || self->refused) || g_strcmp0(text, value) == 0)
        return FALSE;
    care_pause_clear(&self->pause);
    self->against = TRUE;
    keep_typed(self, text);
    /* Translators: of a setting, behind its name; %s is the new value: "Name: set to “Wheels” elsewhere…" */
    sentence = g_strdup_printf(_("set to “%s” elsewhere; what stands here is saved when you leave"), other);
    on_refused(self, sentence);
    return TRUE;
}

/* Nobody's typing is overwritten; but what was refused before gives way to a value that was chosen since, as a country's
 * holidays are. */
static void
on_value_changed(Binding *self)
{
    if (stands_against(self) || is_being_typed(self))
        return;
    keep_typed(self, NULL);
    self->refused = FALSE;
    self->against = FALSE;
    show(self);
}

static void
binding_free(gpointer data)
{
    Binding *self = data;

    care_pause_clear(&self->pause);
    g_signal_handlers_disconnect_by_data(self->value, self);
    g_clear_weak_pointer(&self->window);
    g_object_unref(self->value);
    g_object_unref(self->store);
    g_free(self->problem);
    g_free(self->title);
    g_free(self);
}

static Binding *
bind(GtkWidget *row, CareStore *store, const char *key, const char *title)
{
    Binding *self = g_new0(Binding, 1);

    self->store = g_object_ref(store);
    self->row = row;
    self->title = g_strdup(title);
    care_pause_init(&self->pause, CARE_SETTING_REST_MS, on_rest, self);
    self->value = care_setting_value_new(store, key, title);
    g_signal_connect_swapped(self->value, "changed", G_CALLBACK(on_value_changed), self);
    g_signal_connect_swapped(self->value, "refused", G_CALLBACK(on_refused), self);
    care_setting_row_name(row, key, title);
    g_object_set_data_full(G_OBJECT(row), "care-setting", self, binding_free);
    return self;
}

GtkWidget *
care_setting_entry_row_new(CareStore *store, const char *key, const char *title)
{
    GtkWidget *row = adw_entry_row_new();
    Binding *self = bind(row, store, key, title);

    show(self);
    show_typed(self);
    g_signal_connect(row, "map", G_CALLBACK(on_map), self);
    g_signal_connect_swapped(row, "changed", G_CALLBACK(on_text_changed), self);
    g_signal_connect_swapped(row, "unmap", G_CALLBACK(take_up), self);
    g_signal_connect_swapped(row, "entry-activated", G_CALLBACK(take_up), self);
    return row;
}

void
care_setting_row_mark(GtkWidget *row, const char *key)
{
    g_object_set_data_full(G_OBJECT(row), SETTING_KEY, g_strdup(key), g_free);
}

void
care_setting_row_name(GtkWidget *row, const char *key, const char *title)
{
    adw_preferences_row_set_use_markup(ADW_PREFERENCES_ROW(row), FALSE);
    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row), title);
    care_setting_row_mark(row, key);
}

GtkWidget *
care_setting_row_find(GtkWidget *below, const char *key)
{
    GtkWidget *found = g_strcmp0(g_object_get_data(G_OBJECT(below), SETTING_KEY), key) == 0 ? below : NULL;

    for (GtkWidget *child = gtk_widget_get_first_child(below); found == NULL && child != NULL;
         child = gtk_widget_get_next_sibling(child))
        found = care_setting_row_find(child, key);
    return found;
}
