/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sidebar.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/avatar.h"
#include "ui/kit/list-keys.h"
#include "ui/kit/template.h"
#include "ui/actions.h"
#include "ui/place-row.h"

struct _CareSidebar {
    AdwBin parent_instance;

    CareContext *context;
    GSignalGroup *context_signals;
    guint hand_over;      /* source id */
    GtkListBoxRow *shown; /* the row of the place on screen; NULL before the first */

    GtkMenuButton *menu_button;
    GtkSearchEntry *search;
    GtkListBox *list;
    GtkMenuButton *person;
    AdwAvatar *avatar;
    GtkLabel *person_name;
    GtkLabel *shop_name;
};

G_DEFINE_FINAL_TYPE(CareSidebar, care_sidebar, ADW_TYPE_BIN)

static CarePlaceRow *
row_of(CareSidebar *self, const char *place)
{
    GtkListBoxRow *row;

    for (int i = 0; (row = gtk_list_box_get_row_at_index(self->list, i)); i++)
        if (g_strcmp0(care_place_row_get_info(CARE_PLACE_ROW(row))->id, place) == 0)
            return CARE_PLACE_ROW(row);
    return NULL;
}

static void
on_badge_changed(CareSidebar *self, const char *place)
{
    CarePlaceRow *row = row_of(self, place);

    if (row)
        care_place_row_set_badge(row, care_context_get_badge(self->context, place));
}

static void
update_person(CareSidebar *self)
{
    const char *name = care_context_get_person_name(self->context);
    const char *shop = care_context_get_shop_name(self->context);
    g_autofree char *label = NULL;

    GMenuModel *menu = care_context_get_staff_menu(self->context);

    gtk_widget_set_visible(GTK_WIDGET(self->person), name || menu);
    care_avatar_set_name(self->avatar, name ? name : "");
    if (!name)
        name = _("Who Is Here?");
    gtk_label_set_text(self->person_name, name);
    gtk_label_set_text(self->shop_name, shop ? shop : "");
    gtk_widget_set_visible(GTK_WIDGET(self->shop_name), shop != NULL);
    gtk_menu_button_set_menu_model(self->person, menu);

    /* Translators: the button with the person at the counter, for screen readers */
    label = g_strdup_printf(_("At the counter: %s"), name);
    gtk_accessible_update_property(GTK_ACCESSIBLE(self->person), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The arrows would take the mark along, which says what is on screen and not where the cursor is. */
static void
on_row_selected(CareSidebar *self)
{
    if (self->shown && gtk_list_box_get_selected_row(self->list) != self->shown)
        gtk_list_box_select_row(self->list, self->shown);
}

static void
on_row_activated(CareSidebar *self, GtkListBoxRow *row)
{
    gtk_widget_activate_action(GTK_WIDGET(self), "win.place", "s",
                               care_place_row_get_info(CARE_PLACE_ROW(row))->id);
}

static gboolean
hand_over_search(gpointer user_data)
{
    CareSidebar *self = user_data;
    g_autofree char *text = g_strdup(gtk_editable_get_text(GTK_EDITABLE(self->search)));

    self->hand_over = 0;
    gtk_editable_set_text(GTK_EDITABLE(self->search), "");
    gtk_widget_activate_action(GTK_WIDGET(self), "win.search-for", "s", text);
    return G_SOURCE_REMOVE;
}

/* The first letter opens the search dialog, which takes over what was typed. Not at once, for an entry cannot be
 * emptied in the middle of a change of its own, but before the next key. */
static void
on_search_changed(CareSidebar *self)
{
    if (self->hand_over == 0 && *gtk_editable_get_text(GTK_EDITABLE(self->search)))
        self->hand_over = g_idle_add_full(G_PRIORITY_HIGH, hand_over_search, self, NULL);
}

static void
care_sidebar_dispose(GObject *object)
{
    CareSidebar *self = CARE_SIDEBAR(object);

    g_clear_handle_id(&self->hand_over, g_source_remove);
    self->shown = NULL;
    g_clear_object(&self->context_signals);
    g_clear_object(&self->context);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_SIDEBAR);
    G_OBJECT_CLASS(care_sidebar_parent_class)->dispose(object);
}

static void
care_sidebar_class_init(CareSidebarClass *klass)
{
    G_OBJECT_CLASS(klass)->dispose = care_sidebar_dispose;

    CARE_TEMPLATE(klass, "sidebar.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareSidebar, menu_button, search, list, person, avatar, person_name,
                           shop_name);
    CARE_TEMPLATE_CALLBACKS(klass, on_row_activated, on_row_selected, on_search_changed);
}

static void
care_sidebar_init(CareSidebar *self)
{
    g_autoptr(GMenuModel) menu = care_actions_main_menu();
    const CarePlaceInfo *places;
    guint n_places;

    gtk_widget_init_template(GTK_WIDGET(self));

    gtk_menu_button_set_menu_model(self->menu_button, menu);
    care_list_keys_tab_by_item(self->list);
    places = care_places_get(&n_places);
    for (guint i = 0; i < n_places; i++)
        gtk_list_box_append(self->list, care_place_row_new(&places[i]));

    self->context_signals = g_signal_group_new(CARE_TYPE_CONTEXT);
    g_signal_group_connect_swapped(self->context_signals, "badge-changed", G_CALLBACK(on_badge_changed),
                                   self);
    g_signal_group_connect_swapped(self->context_signals, "notify", G_CALLBACK(update_person), self);
}

void
care_sidebar_set_context(CareSidebar *self, CareContext *context)
{
    const CarePlaceInfo *places;
    guint n_places;

    g_return_if_fail(CARE_IS_SIDEBAR(self));

    if (!g_set_object(&self->context, context))
        return;
    g_signal_group_set_target(self->context_signals, context);
    places = care_places_get(&n_places);
    for (guint i = 0; i < n_places; i++)
        on_badge_changed(self, places[i].id);
    update_person(self);
}

/* Marks a place as the one on screen, without activating it; a cursor that is among the places goes along. */
void
care_sidebar_select(CareSidebar *self, const char *place)
{
    CarePlaceRow *row;

    g_return_if_fail(CARE_IS_SIDEBAR(self));
    row = row_of(self, place);
    if (!row)
        return;
    self->shown = GTK_LIST_BOX_ROW(row);
    gtk_list_box_select_row(self->list, self->shown);
    if (gtk_widget_get_focus_child(GTK_WIDGET(self->list)))
        gtk_widget_grab_focus(GTK_WIDGET(row));
}

/* Whoever came back from a place goes on from its row, as from the row behind each page; who went on already stays there. */
void
care_sidebar_enter(CareSidebar *self)
{
    g_return_if_fail(CARE_IS_SIDEBAR(self));
    if (self->shown && !gtk_widget_get_focus_child(GTK_WIDGET(self->list)))
        gtk_widget_grab_focus(GTK_WIDGET(self->shown));
}

void
care_sidebar_open_menu(CareSidebar *self)
{
    g_return_if_fail(CARE_IS_SIDEBAR(self));
    gtk_menu_button_popup(self->menu_button);
}
