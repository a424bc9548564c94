/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/choice-list.h"

#include "ui/kit/find-below.h"

/* Letters that come slower than this begin another word. */
#define ONE_WORD_USECONDS (G_USEC_PER_SEC)

/* What was typed while the list is open. */
typedef struct {
    GtkWidget *owner; /* which owns it */
    GtkListView *list;
    GString *typed;
    gint64 last; /* when */
    guint found; /* by it; nothing yet: what was chosen */
} Choices;

static void
choices_free(gpointer data)
{
    Choices *self = data;

    g_string_free(self->typed, TRUE);
    g_free(self);
}

static gboolean
can_be_searched(Choices *self)
{
    gboolean search;

    g_object_get(self->owner, "enable-search", &search, NULL);
    return search;
}

/* The cursor stays in the entry of a list that has one. */
static void
go_to(Choices *self, guint position)
{
    self->found = position;
    gtk_list_view_scroll_to(
        self->list, position,
        can_be_searched(self) ? GTK_LIST_SCROLL_NONE : GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static void
on_opened(Choices *self)
{
    GListModel *model = G_LIST_MODEL(gtk_list_view_get_model(self->list));
    guint chosen;

    g_string_truncate(self->typed, 0);
    g_object_get(self->owner, "selected", &chosen, NULL);
    self->found = 0;
    if (chosen < g_list_model_get_n_items(model))
        go_to(self, chosen);
}

/* From the entry at `from` on, and then from the first. */
static gboolean
look_for(Choices *self, guint from)
{
    GListModel *model = G_LIST_MODEL(gtk_list_view_get_model(self->list));
    guint n = g_list_model_get_n_items(model);

    for (guint i = 0; i < n; i++) {
        guint at = (from + i) % n;
        g_autoptr(GtkStringObject) entry = g_list_model_get_item(model, at);

        if (!g_str_match_string(self->typed->str, gtk_string_object_get_string(entry), TRUE))
            continue;
        go_to(self, at);
        return TRUE;
    }
    return FALSE;
}

static gboolean
on_key(GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Choices *self)
{
    gunichar letter = gdk_keyval_to_unicode(key);
    gint64 now = g_get_monotonic_time();

    if (can_be_searched(self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || !g_unichar_isgraph(letter))
        return FALSE;
    if (now - self->last > ONE_WORD_USECONDS)
        g_string_truncate(self->typed, 0);
    self->last = now;
    g_string_append_unichar(self->typed, letter);
    gtk_window_set_focus_visible(GTK_WINDOW(gtk_widget_get_root(self->owner)), TRUE);
    if (look_for(self, self->typed->len > 1 ? self->found : self->found + 1))
        return TRUE;
    g_string_truncate(self->typed, 0); /* no such word: the letter begins another */
    g_string_append_unichar(self->typed, letter);
    look_for(self, self->found + 1);
    return TRUE;
}

void
care_choice_list_mind(GtkWidget *owner)
{
    GtkWidget *popover = care_find_below(owner, GTK_TYPE_POPOVER);
    GtkWidget *list = popover ? care_find_below(popover, GTK_TYPE_LIST_VIEW) : NULL;
    GtkEventController *keys = gtk_event_controller_key_new();
    Choices *self = g_new0(Choices, 1);

    g_return_if_fail(list);
    self->owner = owner;
    self->list = GTK_LIST_VIEW(list);
    self->typed = g_string_new(NULL);
    g_object_set_data_full(G_OBJECT(owner), "care-choices", self, choices_free);
    g_signal_connect_swapped(popover, "map", G_CALLBACK(on_opened), self);
    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    g_signal_connect(keys, "key-pressed", G_CALLBACK(on_key), self);
    gtk_widget_add_controller(popover, keys);
}
