/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/template.h"
#include "ui/kit/toast.h"
#include "ui/draft-offer.h"
#include "ui/focus-keeper.h"
#include "ui/first-run/first-run-page.h"
#include "ui/place.h"
#include "ui/places.h"
#include "ui/settings.h"
#include "ui/sidebar.h"
#include "ui/staff/staff-switch.h"
#include "ui/trouble-page.h"
#include "ui/way-back.h"
#include "ui/window-actions-private.h"
#include "ui/window-dialogs-private.h"
#include "ui/window-leave-private.h"
#include "ui/window-undo.h"

struct _CareWindow {
    AdwApplicationWindow parent_instance;

    CareContext *context;
    GSettings *settings; /* NULL without an installed schema */

    GtkStack *covers;
    AdwNavigationSplitView *split_view;
    AdwNavigationPage *place_page;
    AdwToastOverlay *toasts;
    CareBanner *draft_banner;
    CareBanner *sample_banner;
    GtkStack *places;
    CareSidebar *sidebar;
    CareStaffSwitch *staff; /* NULL without a shop */
    CareFocusKeeper *focus;
    CareWayBack *way; /* of what has no page: that may come later, a bill is being written; else NULL */
    CareId way_for;   /* the record that it was begun for */
};

enum {
    PROP_CONTEXT = 1,
    N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE(CareWindow, care_window, ADW_TYPE_APPLICATION_WINDOW)

/* The place's widget, made when it is first asked for. */
static CarePlace *
ensure_place(CareWindow *self, const CarePlaceInfo *info)
{
    GtkWidget *place = gtk_stack_get_child_by_name(self->places, info->id);

    if (!place) {
        place = g_object_new(info->get_type(), "context", self->context, NULL);
        gtk_stack_add_named(self->places, place, info->id);
    }
    return CARE_PLACE(place);
}

/* Who goes somewhere has begun: the welcome gives way. A page of trouble does not. */
static void
leave_welcome(CareWindow *self)
{
    if (CARE_IS_FIRST_RUN_PAGE(gtk_stack_get_child_by_name(self->covers, "cover")))
        care_window_set_cover(self, NULL);
}

CarePlace *
care_window_bring_place(CareWindow *self, const CarePlaceInfo *info)
{
    CarePlace *place = ensure_place(self, info);

    leave_welcome(self);
    gtk_stack_set_visible_child(self->places, GTK_WIDGET(place));
    adw_navigation_page_set_title(self->place_page, _(info->title));
    care_sidebar_select(self->sidebar, info->id);
    adw_navigation_split_view_set_show_content(self->split_view, TRUE);
    care_place_shown(place);
    return place;
}

static gboolean has_shop(CareWindow *self);

/* A draft's key begins with its kind, whose place has the editor. */
static void
continue_draft_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    const char *key = g_variant_get_string(parameter, NULL);
    g_auto(GStrv) parts = g_strsplit(key, ":", 2);
    const CarePlaceInfo *info = care_places_for_kind(parts[0]);

    if (!has_shop(CARE_WINDOW(widget)))
        return;
    if (!care_draft_waits(care_context_get_store(CARE_WINDOW(widget)->context), key))
        care_toast_show(widget, _("That was saved or thrown away meanwhile"));
    else if (!care_window_dialogs_continue(CARE_WINDOW(widget), key) && info)
        care_place_resume(care_window_bring_place(CARE_WINDOW(widget), info), key);
}

/* What the banner offers; not over an open editor, which may be the very one. */
static void
continue_action(GtkWidget *widget, const char *name, GVariant *parameter)
{
    CareWindow *self = CARE_WINDOW(widget);
    g_autofree char *key = NULL;

    if (adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(self)))
        return;
    key = care_draft_offer_take(self->draft_banner);
    if (key)
        gtk_widget_activate_action(widget, "win.continue-draft", "s", key);
}

static void
load_size(CareWindow *self)
{
    int width, height;

    if (!self->settings)
        return;
    g_settings_get(self->settings, "window-size", "(ii)", &width, &height);
    gtk_window_set_default_size(GTK_WINDOW(self), width, height);
    if (g_settings_get_boolean(self->settings, "window-maximized"))
        gtk_window_maximize(GTK_WINDOW(self));
}

void
care_window_remember(CareWindow *self)
{
    GtkWindow *window = GTK_WINDOW(self);
    const char *place = care_window_get_place(self);
    int width, height;

    if (!self->settings)
        return;
    gtk_window_get_default_size(window, &width, &height);
    g_settings_set(self->settings, "window-size", "(ii)", width, height);
    g_settings_set_boolean(self->settings, "window-maximized", gtk_window_is_maximized(window));
    if (place)
        g_settings_set_string(self->settings, "last-place", place);
}

/* By its button, or from outside. With a dialog over it the library closes that one instead. */
static gboolean
care_window_close_request(GtkWindow *window)
{
    care_window_leave(CARE_WINDOW(window));
    return GDK_EVENT_STOP;
}

static void
care_window_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_CONTEXT:
        g_value_set_object(value, CARE_WINDOW(object)->context);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_window_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
    switch (id) {
    case PROP_CONTEXT:
        CARE_WINDOW(object)->context = g_value_dup_object(value);
        break;
    default:
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
    }
}

static void
care_window_constructed(GObject *object)
{
    CareWindow *self = CARE_WINDOW(object);

    G_OBJECT_CLASS(care_window_parent_class)->constructed(object);
    if (self->context && care_context_get_store(self->context))
        self->staff = care_staff_switch_new(GTK_WIDGET(self), self->context);
    care_sidebar_set_context(self->sidebar, self->context);
}

static void
care_window_dispose(GObject *object)
{
    CareWindow *self = CARE_WINDOW(object);

    g_clear_object(&self->focus);
    g_clear_object(&self->way);
    gtk_widget_dispose_template(GTK_WIDGET(object), CARE_TYPE_WINDOW);
    g_clear_object(&self->staff);
    g_clear_object(&self->settings);
    g_clear_object(&self->context);
    G_OBJECT_CLASS(care_window_parent_class)->dispose(object);
}

/* In a narrow window, where it is behind the place: the toolkit has put the cursor on the first button of it. A menu that was opened
 * there, or a dialog over it, keeps it. */
static void
on_sidebar_shown(CareWindow *self)
{
    GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(self));

    if (adw_navigation_split_view_get_collapsed(self->split_view) && focus
        && gtk_widget_is_ancestor(focus, GTK_WIDGET(self->sidebar))
        && !gtk_widget_get_ancestor(focus, GTK_TYPE_POPOVER))
        care_sidebar_enter(self->sidebar);
}

static void
install_actions(GtkWidgetClass *widget_class)
{
    care_window_dialogs_install(widget_class);
    care_window_actions_install(widget_class);
    gtk_widget_class_install_action(widget_class, "win.continue-draft", "s", continue_draft_action);
    gtk_widget_class_install_action(widget_class, "win.continue", NULL, continue_action);
    care_window_undo_install(widget_class);
}

static void
care_window_class_init(CareWindowClass *klass)
{
    GObjectClass *object_class = G_OBJECT_CLASS(klass);
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS(klass);

    object_class->get_property = care_window_get_property;
    object_class->set_property = care_window_set_property;
    object_class->constructed = care_window_constructed;
    object_class->dispose = care_window_dispose;
    GTK_WINDOW_CLASS(klass)->close_request = care_window_close_request;

    properties[PROP_CONTEXT]
        = g_param_spec_object("context", NULL, NULL, CARE_TYPE_CONTEXT,
                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
    g_object_class_install_properties(object_class, N_PROPS, properties);

    CARE_TEMPLATE_NEEDS(CARE_TYPE_SIDEBAR);
    CARE_TEMPLATE(klass, "window.ui");
    CARE_TEMPLATE_CHILDREN(klass, CareWindow, covers, split_view, place_page, toasts, draft_banner,
                           sample_banner, places, sidebar);
    CARE_TEMPLATE_CALLBACKS(klass, on_sidebar_shown);
    install_actions(widget_class);
}

static void
care_window_init(CareWindow *self)
{
    gtk_widget_init_template(GTK_WIDGET(self));
    care_toast_set_overlay(GTK_WIDGET(self), self->toasts);
    self->focus = care_focus_keeper_new(ADW_APPLICATION_WINDOW(self), GTK_WIDGET(self->places));
    care_window_dialogs_watch(self);
    care_window_leave_listen(self);
    care_window_undo_listen(ADW_APPLICATION_WINDOW(self));
    self->settings = care_settings_new();
    load_size(self);
}

CareWindow *
care_window_new(GtkApplication *app, CareContext *context)
{
    return g_object_new(CARE_TYPE_WINDOW, "application", app, "context", context, NULL);
}

CareContext *
care_window_get_context(CareWindow *self)
{
    g_return_val_if_fail(CARE_IS_WINDOW(self), NULL);
    return self->context;
}

/* Without a shop there are no places: keys and menus reach the cover only. */
static gboolean
has_shop(CareWindow *self)
{
    return care_context_get_store(self->context) != NULL;
}

/* Brings a place to the front; FALSE when there is no such place. */
gboolean
care_window_show_place(CareWindow *self, const char *place)
{
    const CarePlaceInfo *info = care_places_find(place);

    g_return_val_if_fail(CARE_IS_WINDOW(self), FALSE);
    if (!info || !has_shop(self))
        return FALSE;
    g_clear_object(&self->way);
    care_way_back_forget(care_window_bring_place(self, info));
    return TRUE;
}

static gboolean
prepare_today(gpointer data)
{
    g_autoptr(CareWindow) self = data;

    if (has_shop(self) && gtk_widget_get_realized(GTK_WIDGET(self)))
        ensure_place(self, care_places_find("today"));
    return G_SOURCE_REMOVE;
}

/* Once there is nothing better to do: its badge tells what is due while another place is on screen. */
void
care_window_prepare_today(CareWindow *self)
{
    g_return_if_fail(CARE_IS_WINDOW(self));
    g_timeout_add_seconds_full(G_PRIORITY_LOW, 1, prepare_today, g_object_ref(self), NULL);
}

CarePlace *
care_window_front_place(CareWindow *self)
{
    GtkWidget *place = gtk_stack_get_visible_child(self->places);

    return place ? CARE_PLACE(place) : NULL;
}

CareSidebar *
care_window_show_sidebar(CareWindow *self)
{
    adw_navigation_split_view_set_show_content(self->split_view, FALSE);
    return self->sidebar;
}

void
care_window_stay(CareWindow *self)
{
    care_focus_keeper_stay(self->focus);
}

void
care_window_enter_place(CareWindow *self)
{
    CarePlace *place = care_window_front_place(self);

    if (place && gtk_widget_get_focus_child(GTK_WIDGET(self->sidebar)))
        care_focus_keeper_stay(self->focus); /* nor is one entered that was wanted before */
    else if (place)
        care_focus_keeper_enter(self->focus, care_place_cursor(place, NULL));
}

/* The place on screen; NULL before the first. */
const char *
care_window_get_place(CareWindow *self)
{
    g_return_val_if_fail(CARE_IS_WINDOW(self), NULL);
    return gtk_stack_get_visible_child_name(self->places);
}

static const CarePlaceInfo *
place_on_screen(CareWindow *self)
{
    return care_places_find(care_window_get_place(self));
}

/* From the place on screen, if it is another. One that waits still was of something else. */
static void
begin_way(CareWindow *self, const CarePlaceInfo *to, CareId id)
{
    const CarePlaceInfo *from = place_on_screen(self);
    GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(self));

    g_clear_object(&self->way);
    if (!from || from == to)
        return;
    self->way = g_object_ref_sink(care_way_back_new(from, focus));
    self->way_for = id;
}

static gboolean
go_to(CareWindow *self, const CarePlaceInfo *info, const char *kind, CareId id)
{
    CarePlace *place = care_window_bring_place(self, info);
    gboolean opened = care_place_open_row(place, kind, id);

    if (!opened || (self->way && care_way_back_lay(self->way, place)))
        g_clear_object(&self->way);
    return opened;
}

gboolean
care_window_lead_to(CareWindow *self, const CarePlaceInfo *info, const char *kind, CareId id)
{
    begin_way(self, info, id);
    return go_to(self, info, kind, id);
}

gboolean
care_window_lead_on(CareWindow *self, const CarePlaceInfo *info, const char *kind, CareId id,
                    CareId begun_for)
{
    if (!self->way || self->way_for != begun_for || place_on_screen(self) != info)
        begin_way(self, info, id);
    if (!go_to(self, info, kind, id))
        return FALSE;
    care_focus_keeper_enter_anew(self->focus, care_place_cursor(care_window_front_place(self), kind));
    return TRUE;
}

void
care_window_return(CareWindow *self, const CarePlaceInfo *info, GtkWidget *cursor)
{
    GtkWidget *place = GTK_WIDGET(care_window_bring_place(self, info));

    if (!cursor || !gtk_widget_get_mapped(cursor) || !gtk_widget_is_ancestor(cursor, place)
        || !gtk_widget_grab_focus(cursor))
        care_focus_keeper_enter(self->focus, place);
}

gboolean
care_window_open_row(CareWindow *self, const char *kind, CareId id)
{
    const CarePlaceInfo *info = care_places_for_kind(kind);

    g_return_val_if_fail(CARE_IS_WINDOW(self), FALSE);
    if (!info || !has_shop(self) || !care_window_lead_to(self, info, kind, id))
        return FALSE;
    care_focus_keeper_enter_anew(self->focus, care_place_cursor(care_window_front_place(self), kind));
    return TRUE;
}

gboolean
care_window_open_here(CareWindow *self, const char *kind, CareId id)
{
    const CarePlaceInfo *info = care_places_for_kind(kind);

    g_return_val_if_fail(CARE_IS_WINDOW(self), FALSE);
    if (!info || !has_shop(self) || !care_places_has_dialog_for(kind))
        return care_window_open_row(self, kind, id);
    return care_place_open_row(ensure_place(self, info), kind, id);
}

/* Begins a record in its place. The place stays behind its editor: nothing is shown that was not asked for. */
gboolean
care_window_create(CareWindow *self, const char *kind, CareId customer)
{
    const CarePlaceInfo *info = care_places_for_kind(kind);

    g_return_val_if_fail(CARE_IS_WINDOW(self), FALSE);
    return info && has_shop(self) && care_place_create(ensure_place(self, info), kind, customer);
}

/* After a crash: says that unsaved work was kept, and offers to go on with it. */
void
care_window_offer_draft(CareWindow *self)
{
    g_return_if_fail(CARE_IS_WINDOW(self));
    if (has_shop(self))
        care_draft_offer_begin(self->draft_banner, care_context_get_store(self->context));
}

/* Says that this shop is the made-up one, and offers the way back. */
void
care_window_set_sample(CareWindow *self, gboolean is_sample)
{
    g_return_if_fail(CARE_IS_WINDOW(self));
    gtk_widget_set_visible(GTK_WIDGET(self->sample_banner), is_sample);
}

/* Puts a widget (first run, a database that does not open) over the whole house; NULL takes it away. */
void
care_window_set_cover(CareWindow *self, GtkWidget *cover)
{
    GtkWidget *old;

    g_return_if_fail(CARE_IS_WINDOW(self));

    old = gtk_stack_get_child_by_name(self->covers, "cover");
    gtk_stack_set_visible_child_name(self->covers, "house");
    if (old)
        gtk_stack_remove(self->covers, old);
    if (cover) {
        gtk_stack_add_named(self->covers, cover, "cover");
        gtk_stack_set_visible_child(self->covers, cover);
    }
}

void
care_window_tell(CareWindow *self, const GError *error)
{
    GtkWidget *cover;

    g_return_if_fail(CARE_IS_WINDOW(self));
    cover = gtk_stack_get_child_by_name(self->covers, "cover");
    if (CARE_IS_TROUBLE_PAGE(cover))
        care_trouble_page_tell(CARE_TROUBLE_PAGE(cover), error);
    else if (CARE_IS_FIRST_RUN_PAGE(cover))
        care_first_run_page_tell(CARE_FIRST_RUN_PAGE(cover), error);
    else
        care_toast_error(GTK_WIDGET(self), error);
}
