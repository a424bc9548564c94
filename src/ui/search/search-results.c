/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/search-results.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/template.h"
#include "ui/search/search-section.h"

struct _CareSearchResults {
    AdwBin parent_instance;

    GPtrArray *rows; /* of CareSearchRow, unowned, in the order on screen */
    int current;     /* in rows, -1 for none */

    GtkViewport *viewport;
    GtkBox *groups;
    GtkLabel *note; /* that there is more, or was not looked for */
};

enum {
    CURRENT,
    OPEN,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE(CareSearchResults, care_search_results, ADW_TYPE_BIN)

static void
set_current(CareSearchResults *self, int current)
{
    GtkWidget *row;

    if (self->current >= 0)
        care_search_row_set_current(self->rows->pdata[self->current], FALSE);
    self->current = current;
    g_signal_emit(self, signals[CURRENT], 0);
    if (current < 0)
        return;
    row = self->rows->pdata[current];
    care_search_row_set_current(CARE_SEARCH_ROW(row), TRUE);
    if (gtk_widget_get_mapped(row))
        gtk_viewport_scroll_to(self->viewport, row, NULL);
}

static void
on_row_activated(CareSearchResults *self, GtkListBoxRow *row)
{
    g_signal_emit(self, signals[OPEN], 0, row);
}

/* kind: of which hits; NULL: of all. */
static void
add_group(CareSearchResults *self, CareStore *store, const CareKind *kind, const char *title, GPtrArray *hits,
          const char *typed)
{
    GtkListBox *list = NULL;

    for (guint i = 0; i < hits->len; i++) {
        const CareSearchHit *hit = hits->pdata[i];
        GtkWidget *row;

        if (kind && hit->kind != kind)
            continue;
        if (!list) {
            gtk_box_append(self->groups, care_search_section_new(title, &list));
            g_signal_connect_swapped(list, "row-activated", G_CALLBACK(on_row_activated), self);
        }
        row = care_search_row_new(store, hit, typed);
        gtk_list_box_append(list, row);
        g_ptr_array_add(self->rows, row);
    }
}

/* Kind by kind, that of the best first: Enter opens the invoice whose number was typed, and not its customer. */
static void
add_groups(CareSearchResults *self, CareStore *store, GPtrArray *hits, const char *typed)
{
    g_autoptr(GPtrArray) shown = g_ptr_array_new();

    for (guint i = 0; i < hits->len; i++) {
        const CareKind *kind = ((CareSearchHit *)hits->pdata[i])->kind;

        if (g_ptr_array_find(shown, kind, NULL))
            continue;
        g_ptr_array_add(shown, (gpointer)kind);
        add_group(self, store, kind, kind->table ? care_kind_table_label(kind) : care_kind_label(kind), hits,
                  typed);
    }
}

/* sentence: NULL: there is nothing to say. */
static void
say(CareSearchResults *self, const char *sentence)
{
    gtk_label_set_text(self->note, sentence ? sentence : "");
    gtk_widget_set_visible(GTK_WIDGET(self->note), sentence != NULL);
}

/* What there is room for, and a word if that is not all. */
static void
cut(CareSearchResults *self, GPtrArray *hits, guint room)
{
    say(self, hits->len > room ? _("There are more. Type one letter more to find them.") : NULL);
    if (hits->len > room)
        g_ptr_array_set_size(hits, (int)room);
}

void
care_search_results_show(CareSearchResults *self, CareStore *store, GPtrArray *hits, const char *typed)
{
    GtkWidget *child;

    g_return_if_fail(CARE_IS_SEARCH_RESULTS(self));
    self->current = -1;
    cut(self, hits, CARE_SEARCH_RESULTS_MOST);
    g_ptr_array_set_size(self->rows, 0);
    while ((child = gtk_widget_get_first_child(GTK_WIDGET(self->groups))))
        gtk_box_remove(self->groups, child);
    add_groups(self, store, hits, typed);
    set_current(self, self->rows->len > 0 ? 0 : -1);
}

void
care_search_results_add(CareSearchResults *self, CareStore *store, const char *title, GPtrArray *hits,
                        const char *typed)
{
    g_return_if_fail(CARE_IS_SEARCH_RESULTS(self));
    cut(self, hits, CARE_SEARCH_RESULTS_MOST - MIN(self->rows->len, CARE_SEARCH_RESULTS_MOST));
    add_group(self, store, NULL, title, hits, typed);
    if (self->current < 0 && self->rows->len > 0)
        set_current(self, 0);
}

void
care_search_results_say(CareSearchResults *self, const char *sentence)
{
    g_return_if_fail(CARE_IS_SEARCH_RESULTS(self));
    say(self, sentence);
}

CareSearchRow *
care_search_results_get_current(CareSearchResults *self)
{
    g_return_val_if_fail(CARE_IS_SEARCH_RESULTS(self), NULL);
    return self->current >= 0 ? self->rows->pdata[self->current] : NULL;
}

gboolean
care_search_results_move(CareSearchResults *self, int by)
{
    int n;

    g_return_val_if_fail(CARE_IS_SEARCH_RESULTS(self), FALSE);
    n = (int)self->rows->len;
    if (n > 0)
        set_current(self, CLAMP(self->current + by, 0, n - 1));
    return n > 0;
}

static void
care_search_results_dispose(GObject *object)
{
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_SEARCH_RESULTS);
    G_OBJECT_CLASS(care_search_results_parent_class)->dispose(object);
}

static void
care_search_results_finalize(GObject *object)
{
    g_ptr_array_unref(CARE_SEARCH_RESULTS(object)->rows);
    G_OBJECT_CLASS(care_search_results_parent_class)->finalize(object);
}

static void
care_search_results_class_init(CareSearchResultsClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);

    object_class->dispose = care_search_results_dispose;
    object_class->finalize = care_search_results_finalize;
    signals[CURRENT] = g_signal_new("current", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
    signals[OPEN] = g_signal_new("open", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, CARE_TYPE_SEARCH_ROW);
    CARE_TEMPLATE(klass, "search/search-results.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareSearchResults, viewport, groups, note);
}

static void
care_search_results_init(CareSearchResults *self)
{
    self->rows = g_ptr_array_new();
    self->current = -1;
    gtk_widget_init_template(GTK_WIDGET(self));
}
