/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/way-back.h"

#include <glib/gi18n-lib.h>

#include "ui/window-actions-private.h"

struct _CareWayBack {
    AdwNavigationPage parent_instance;

    const CarePlaceInfo *from;
    GWeakRef cursor;
    guint idle;
};

G_DEFINE_FINAL_TYPE(CareWayBack, care_way_back, ADW_TYPE_NAVIGATION_PAGE)

static AdwNavigationView *
find_view(GtkWidget *widget)
{
    AdwNavigationView *view = NULL;

    if (ADW_IS_NAVIGATION_VIEW(widget))
        return ADW_NAVIGATION_VIEW(widget);
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child && !view;
         child = gtk_widget_get_next_sibling(child))
        view = find_view(child);
    return view;
}

/* The pages of the view, the first below; without a way back. */
static GPtrArray *
pages_of(AdwNavigationView *view)
{
    g_autoptr(GListModel) stack = adw_navigation_view_get_navigation_stack(view);
    GPtrArray *pages = g_ptr_array_new_with_free_func(g_object_unref);

    for (guint i = 0; i < g_list_model_get_n_items(stack); i++) {
        g_autoptr(AdwNavigationPage) page = g_list_model_get_item(stack, i);

        if (!CARE_IS_WAY_BACK(page))
            g_ptr_array_add(pages, g_steal_pointer(&page));
    }
    return pages;
}

static void
set_pages(AdwNavigationView *view, GPtrArray *pages)
{
    adw_navigation_view_replace(view, (AdwNavigationPage **)pages->pdata, (int)pages->len);
}

/* Not from within the transition that shows it, and before anything of that is drawn. A swipe that is not finished leaves
 * the page of the record on screen. */
static gboolean
go(gpointer data)
{
    CareWayBack *self = data;
    GtkWidget *view = gtk_widget_get_ancestor(GTK_WIDGET(self), ADW_TYPE_NAVIGATION_VIEW);
    GtkWidget *window = GTK_WIDGET(gtk_widget_get_root(GTK_WIDGET(self)));
    const CarePlaceInfo *from = self->from;
    g_autoptr(GtkWidget) cursor = g_weak_ref_get(&self->cursor);
    g_autoptr(GPtrArray) pages = NULL;

    self->idle = 0;
    if (!view || !CARE_IS_WINDOW(window)
        || adw_navigation_view_get_visible_page(ADW_NAVIGATION_VIEW(view)) != ADW_NAVIGATION_PAGE(self))
        return G_SOURCE_REMOVE;
    pages = pages_of(ADW_NAVIGATION_VIEW(view));
    set_pages(ADW_NAVIGATION_VIEW(view), pages);
    care_window_return(CARE_WINDOW(window), from, cursor);
    return G_SOURCE_REMOVE;
}

static void
on_shown(CareWayBack *self)
{
    if (self->idle == 0)
        self->idle = g_idle_add_full(G_PRIORITY_HIGH_IDLE, go, g_object_ref(self), g_object_unref);
}

static void
care_way_back_finalize(GObject *object)
{
    g_weak_ref_clear(&CARE_WAY_BACK(object)->cursor);
    G_OBJECT_CLASS(care_way_back_parent_class)->finalize(object);
}

static void
care_way_back_class_init(CareWayBackClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_way_back_finalize;
}

static void
care_way_back_init(CareWayBack *self)
{
    g_weak_ref_init(&self->cursor, NULL);
    g_signal_connect(self, "showing", G_CALLBACK(on_shown), NULL);
    g_signal_connect(self, "shown", G_CALLBACK(on_shown), NULL);
}

CareWayBack *
care_way_back_new(const CarePlaceInfo *from, GtkWidget *cursor)
{
    CareWayBack *self = g_object_new(CARE_TYPE_WAY_BACK, "title", _(from->title), NULL);

    self->from = from;
    g_weak_ref_set(&self->cursor, cursor);
    return self;
}

gboolean
care_way_back_lay(CareWayBack *self, CarePlace *place)
{
    AdwNavigationView *view = find_view(GTK_WIDGET(place));
    g_autoptr(GPtrArray) pages = view ? pages_of(view) : NULL;

    g_return_val_if_fail(CARE_IS_WAY_BACK(self), FALSE);
    if (!pages || pages->len < 2)
        return FALSE;
    g_ptr_array_insert(pages, (int)pages->len - 1, g_object_ref(self));
    set_pages(view, pages);
    return TRUE;
}

void
care_way_back_forget(CarePlace *place)
{
    AdwNavigationView *view = find_view(GTK_WIDGET(place));
    g_autoptr(GListModel) stack = view ? adw_navigation_view_get_navigation_stack(view) : NULL;
    g_autoptr(GPtrArray) pages = view ? pages_of(view) : NULL;

    if (pages && pages->len > 0 && pages->len < g_list_model_get_n_items(stack))
        set_pages(view, pages);
}
