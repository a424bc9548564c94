/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/way-back.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/find-below.h"
#include "ui/window-actions-private.h"

struct _CareWayBack {
    AdwNavigationPage parent_instance;

    const CarePlaceInfo *from;
    GWeakRef cursor;
    CareId customer; /* whose page it leads back from, beside a list; 0: nobody's */
    guint idle;
};

G_DEFINE_FINAL_TYPE(CareWayBack, care_way_back, ADW_TYPE_NAVIGATION_PAGE)

/* What a split view has on it, below the record that it shows beside its list. */
#define WAY "care-way-back"
#define LISTENS "care-way-back-keys"

/* Such a view has one of pages inside while it is narrow, and that is its own business. */
static AdwNavigationSplitView *
find_split(CarePlace *place)
{
    return (AdwNavigationSplitView *)care_find_below(GTK_WIDGET(place), ADW_TYPE_NAVIGATION_SPLIT_VIEW);
}

static AdwNavigationView *
find_view(CarePlace *place)
{
    return (AdwNavigationView *)care_find_below(GTK_WIDGET(place), ADW_TYPE_NAVIGATION_VIEW);
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

typedef struct {
    GtkWidget *split;
    CareWayBack *way;
} Return;

static void
return_free(gpointer data)
{
    Return *back = data;

    g_object_unref(back->split);
    g_object_unref(back->way);
    g_free(back);
}

static gboolean
go_from_split(gpointer data)
{
    Return *back = data;
    GtkRoot *root = gtk_widget_get_root(back->split);
    g_autoptr(GtkWidget) cursor = g_weak_ref_get(&back->way->cursor);

    if (CARE_IS_WINDOW(root))
        care_window_return(CARE_WINDOW(root), back->way->from, cursor);
    return G_SOURCE_REMOVE;
}

/* Whoever chose somebody else in the list is where they wanted to go. */
static gboolean
is_of_another(CareWayBack *self, AdwNavigationSplitView *split)
{
    GtkWidget *place = gtk_widget_get_ancestor(GTK_WIDGET(split), CARE_TYPE_PLACE);
    CareId customer = place ? care_place_customer(CARE_PLACE(place)) : 0;

    return customer != 0 && customer != self->customer;
}

/* FALSE where nobody came from elsewhere. */
static gboolean
leave_split(AdwNavigationSplitView *split)
{
    g_autoptr(CareWayBack) way = g_object_steal_data(G_OBJECT(split), WAY);
    Return *back;

    if (!way || is_of_another(way, split))
        return FALSE;
    back = g_new(Return, 1);
    *back = (Return){ GTK_WIDGET(g_object_ref(split)), g_steal_pointer(&way) };
    g_idle_add_full(G_PRIORITY_HIGH_IDLE, go_from_split, back, return_free);
    return TRUE;
}

/* Narrow, the record gave way to the list. */
static void
on_list_shown(AdwNavigationSplitView *split)
{
    if (adw_navigation_split_view_get_collapsed(split) && !adw_navigation_split_view_get_show_content(split))
        leave_split(split);
}

/* Wide, the list stands beside it and there is no Back, but for its keys. */
static gboolean
on_key(GtkWidget *split, GVariant *arguments, gpointer data)
{
    return !adw_navigation_split_view_get_collapsed(ADW_NAVIGATION_SPLIT_VIEW(split))
           && leave_split(ADW_NAVIGATION_SPLIT_VIEW(split));
}

static void
add_key(GtkEventController *keys, guint key, GdkModifierType modifiers)
{
    gtk_shortcut_controller_add_shortcut(GTK_SHORTCUT_CONTROLLER(keys),
                                         gtk_shortcut_new(gtk_keyval_trigger_new(key, modifiers),
                                                          gtk_callback_action_new(on_key, NULL, NULL)));
}

/* Once for each. */
static void
listen(AdwNavigationSplitView *split)
{
    GtkEventController *keys;

    if (g_object_get_data(G_OBJECT(split), LISTENS))
        return;
    g_object_set_data(G_OBJECT(split), LISTENS, split);
    keys = gtk_shortcut_controller_new();
    add_key(keys, GDK_KEY_Escape, 0);
    add_key(keys, GDK_KEY_Left, GDK_ALT_MASK);
    gtk_widget_add_controller(GTK_WIDGET(split), keys);
    g_signal_connect(split, "notify::show-content", G_CALLBACK(on_list_shown), NULL);
}

static gboolean
lay_in_split(CareWayBack *self, AdwNavigationSplitView *split, CarePlace *place)
{
    self->customer = care_place_customer(place);
    listen(split);
    g_object_set_data_full(G_OBJECT(split), WAY, g_object_ref(self), g_object_unref);
    return TRUE;
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
    AdwNavigationSplitView *split = find_split(place);
    AdwNavigationView *view = split ? NULL : find_view(place);
    g_autoptr(GPtrArray) pages = view ? pages_of(view) : NULL;

    g_return_val_if_fail(CARE_IS_WAY_BACK(self), FALSE);
    if (split)
        return lay_in_split(self, split, place);
    if (!pages || pages->len < 2)
        return FALSE;
    g_ptr_array_insert(pages, (int)pages->len - 1, g_object_ref(self));
    set_pages(view, pages);
    return TRUE;
}

void
care_way_back_forget(CarePlace *place)
{
    AdwNavigationSplitView *split = find_split(place);
    AdwNavigationView *view = split ? NULL : find_view(place);
    g_autoptr(GListModel) stack = view ? adw_navigation_view_get_navigation_stack(view) : NULL;
    g_autoptr(GPtrArray) pages = view ? pages_of(view) : NULL;

    if (split)
        g_object_set_data(G_OBJECT(split), WAY, NULL);
    if (pages && pages->len > 0 && pages->len < g_list_model_get_n_items(stack))
        set_pages(view, pages);
}

void
care_way_back_uncover(CarePlace *place)
{
    AdwNavigationSplitView *split = find_split(place);

    if (!split || !adw_navigation_split_view_get_collapsed(split))
        return;
    care_way_back_forget(place);
    adw_navigation_split_view_set_show_content(split, FALSE);
}
