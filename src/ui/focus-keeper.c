/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/focus-keeper.h"

#include "ui/focus-tree.h"

/* Where the cursor was, at one level of the tree. */
typedef struct {
    GWeakRef widget;
    GWeakRef next; /* its neighbours then */
    GWeakRef previous;
    int index;       /* in a list, whose rows may all be made anew; -1 elsewhere */
    GVariant *opens; /* what a row does: by that it is known in a list that was made anew; nullable */
} Step;

struct _CareFocusKeeper {
    GObject parent_instance;

    AdwApplicationWindow
        *window;       /* weak: it, or the dialog, owns the keeper, and a dialog may outlive its window */
    AdwDialog *dialog; /* NULL: what lies below all of them */
    GtkWidget *area;
    GPtrArray *trail; /* Step, from the cursor outwards; the last is the area */
    GWeakRef wanted;  /* a place to be entered */
    GWeakRef coming;  /* what the cursor was put on before it was on screen */
    GWeakRef outside; /* what a person put the cursor on, beside the area */
    gboolean anew;    /* it shows something else than when the cursor was there last */
    GWeakRef gone;    /* a button that had the cursor and is hidden now: what it did is done */
    GWeakRef left;    /* the last of those, for as long as it may come back */
    GWeakRef instead; /* where the cursor was put then */
    guint tick;
    guint idle;
};

G_DEFINE_FINAL_TYPE(CareFocusKeeper, care_focus_keeper, G_TYPE_OBJECT)

static void
step_free(gpointer data)
{
    Step *step = data;

    g_weak_ref_clear(&step->widget);
    g_weak_ref_clear(&step->next);
    g_weak_ref_clear(&step->previous);
    g_clear_pointer(&step->opens, g_variant_unref);
    g_free(step);
}

static Step *
step_new(GtkWidget *widget)
{
    Step *step = g_new0(Step, 1);

    g_weak_ref_init(&step->widget, widget);
    g_weak_ref_init(&step->next, gtk_widget_get_next_sibling(widget));
    g_weak_ref_init(&step->previous, gtk_widget_get_prev_sibling(widget));
    step->opens = care_focus_opened_by(widget);
    step->index = GTK_IS_LIST_BOX_ROW(widget) ? gtk_list_box_row_get_index(GTK_LIST_BOX_ROW(widget)) : -1;
    return step;
}

static void
remember(CareFocusKeeper *self, GtkWidget *focus)
{
    g_ptr_array_set_size(self->trail, 0);
    for (GtkWidget *widget = focus; widget; widget = gtk_widget_get_parent(widget)) {
        g_ptr_array_add(self->trail, step_new(widget));
        if (widget == self->area)
            return;
    }
}

static gboolean
is_there(CareFocusKeeper *self, GtkWidget *widget)
{
    return widget && gtk_widget_get_mapped(widget) && gtk_widget_is_visible(widget)
           && (widget == self->area || gtk_widget_is_ancestor(widget, self->area));
}

static gboolean
is_usable(CareFocusKeeper *self, GtkWidget *widget)
{
    return is_there(self, widget) && gtk_widget_is_sensitive(widget);
}

/* Tab goes on behind the child that had the cursor last; behind one that is gone there is nothing. */
static gboolean
try_widget(CareFocusKeeper *self, GWeakRef *ref, GtkDirectionType direction)
{
    g_autoptr(GtkWidget) widget = g_weak_ref_get(ref);
    GtkWidget *child = is_usable(self, widget) ? gtk_widget_get_focus_child(widget) : NULL;

    if (child && !is_there(self, child))
        gtk_widget_set_focus_child(widget, NULL);
    return is_usable(self, widget) && gtk_widget_child_focus(widget, direction);
}

/* The row that came to stand where one was, or the last. */
static gboolean
try_row(CareFocusKeeper *self, GWeakRef *ref, int index)
{
    g_autoptr(GtkWidget) list = g_weak_ref_get(ref);
    GtkListBoxRow *row = NULL;

    if (!is_usable(self, list) || !GTK_IS_LIST_BOX(list))
        return FALSE;
    for (; index >= 0 && !row; index--)
        row = gtk_list_box_get_row_at_index(GTK_LIST_BOX(list), index);
    return row && gtk_widget_child_focus(GTK_WIDGET(row), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
dup_widget(CareFocusKeeper *self, guint step)
{
    return step < self->trail->len ? g_weak_ref_get(&((Step *)self->trail->pdata[step])->widget) : NULL;
}

/* The row of what the cursor was on, where not the row alone is gone but its list, for a new one: that of what was edited may
 * stand elsewhere in it, or in another of them. NULL: it was on none, or that is gone. */
static GtkWidget *
find_row_made_anew(CareFocusKeeper *self)
{
    for (guint i = 0; i < self->trail->len; i++) {
        GVariant *opens = ((Step *)self->trail->pdata[i])->opens;
        g_autoptr(GtkWidget) list = dup_widget(self, i + 1);
        GtkWidget *row = NULL;

        if (!opens || (list && gtk_widget_get_root(list))) /* it may be another side of a stack */
            continue;
        for (guint j = i + 2; j < self->trail->len && !row; j++) {
            g_autoptr(GtkWidget) around = dup_widget(self, j);

            if (is_usable(self, around))
                row = care_focus_find_opener(around, opens);
        }
        return is_usable(self, row) ? row : NULL;
    }
    return NULL;
}

static void
go_near(CareFocusKeeper *self)
{
    GtkWidget *anew = find_row_made_anew(self);

    if (anew && gtk_widget_grab_focus(anew))
        return;
    for (guint i = 0; i < self->trail->len; i++) {
        Step *step = self->trail->pdata[i];
        Step *parent = i + 1 < self->trail->len ? self->trail->pdata[i + 1] : NULL;

        if (try_widget(self, &step->widget, GTK_DIR_TAB_FORWARD)
            || (parent && step->index >= 0 && try_row(self, &parent->widget, step->index))
            || try_widget(self, &step->next, GTK_DIR_TAB_FORWARD)
            || try_widget(self, &step->previous, GTK_DIR_TAB_BACKWARD))
            return;
    }
}

/* The page whose own button has done what it said, and is hidden now; NULL: it has not. */
static GtkWidget *
page_of_done(GtkWidget *gone)
{
    GtkWidget *page = gone ? gtk_widget_get_ancestor(gone, ADW_TYPE_NAVIGATION_PAGE) : NULL;

    return page && care_focus_is_hidden(gone, page) && !gtk_widget_get_ancestor(gone, GTK_TYPE_LIST_BOX_ROW)
                   && !gtk_widget_get_ancestor(gone, GTK_TYPE_POPOVER)
               ? page
               : NULL;
}

static void
enter(CareFocusKeeper *self, GtkWidget *place, gboolean anew)
{
    GtkWidget *page = care_focus_find_page(place, place);
    GtkWidget *content = care_focus_find_content(page);
    GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(self->window));

    if (anew) {
        care_focus_forget(page);
        if (care_focus_is_within(focus,
                                 page)) /* where GTK has put it already, going in would go on to the next */
            gtk_window_set_focus(GTK_WINDOW(self->window), NULL);
    } else if (care_focus_is_within(focus, content ? content : page) && gtk_widget_get_mapped(focus))
        return;
    if (!content || !gtk_widget_child_focus(content, GTK_DIR_TAB_FORWARD))
        gtk_widget_child_focus(page, GTK_DIR_TAB_FORWARD);
}

/* NULL: it is no more. Transfer full. */
static GtkWidget *
dup_last(CareFocusKeeper *self)
{
    return self->trail->len > 0 ? g_weak_ref_get(&((Step *)self->trail->pdata[0])->widget) : NULL;
}

/* Whoever moved the cursor out of the area while what it was on was there meant it, whatever that act took away then: a click
 * on another place takes this one. */
static gboolean
was_put_outside(CareFocusKeeper *self, GtkWidget *focus)
{
    g_autoptr(GtkWidget) outside = g_weak_ref_get(&self->outside);

    return focus && focus == outside && gtk_widget_get_mapped(focus);
}

static void
note_outside(CareFocusKeeper *self, GtkWidget *focus)
{
    g_autoptr(GtkWidget) before = g_weak_ref_get(&self->outside);
    g_autoptr(GtkWidget) last = dup_last(self);
    gboolean meant = is_usable(self, last) || (before && gtk_widget_get_mapped(before));

    g_weak_ref_set(&self->outside, focus && meant && !care_focus_is_within(focus, self->area) ? focus : NULL);
}

/* Somebody who moved the cursor out of the area, from something that is still there, meant it. */
static void
settle(CareFocusKeeper *self)
{
    GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(self->window));
    g_autoptr(GtkWidget) wanted = g_weak_ref_get(&self->wanted);
    g_autoptr(GtkWidget) last = NULL;

    g_weak_ref_set(&self->wanted, NULL);
    if (wanted && gtk_widget_get_mapped(wanted)) {
        enter(self, wanted, self->anew);
        return;
    }
    if (self->trail->len == 0)
        return;
    last = dup_last(self);
    if (!is_usable(self, last) && !was_put_outside(self, focus))
        go_near(self);
    else if (focus)
        g_ptr_array_set_size(self->trail, 0);
    else
        gtk_widget_grab_focus(last);
}

static gboolean
is_in_front(CareFocusKeeper *self)
{
    return adw_application_window_get_visible_dialog(self->window) == self->dialog;
}

/* What had the cursor is gone, and GTK has put it on whatever it came to first, which is not in what is left around that, nor
 * the row whose popover it was in; or its row was made anew, and it is on another. */
static gboolean
went_astray(CareFocusKeeper *self, GtkWidget *focus)
{
    GtkWidget *anew = find_row_made_anew(self);

    if (anew && !care_focus_is_within(focus, anew))
        return TRUE;
    for (guint i = 0; i < self->trail->len; i++) {
        g_autoptr(GtkWidget) left = g_weak_ref_get(&((Step *)self->trail->pdata[i])->widget);

        if (is_there(self, left))
            return i > 0 && !care_focus_is_within(focus, left) && !care_focus_is_within(left, focus);
    }
    return FALSE;
}

/* GTK itself goes only to what is on screen: who put the cursor on something else than that, while what it left was still
 * there, means it, whatever becomes of that until it shows. */
static void
note_coming(CareFocusKeeper *self, GtkWidget *focus)
{
    g_autoptr(GtkWidget) last = dup_last(self);

    g_weak_ref_set(&self->coming,
                   focus && !gtk_widget_get_mapped(focus) && is_usable(self, last) ? focus : NULL);
}

static gboolean
has_come(CareFocusKeeper *self, GtkWidget *focus)
{
    g_autoptr(GtkWidget) coming = g_weak_ref_get(&self->coming);

    g_weak_ref_set(&self->coming, NULL);
    return focus && coming == focus && is_there(self, focus);
}

static void look_later(CareFocusKeeper *self);

/* What the button did was taken back: who has not moved since is on it again. */
static void
on_back(CareFocusKeeper *self, GtkWidget *button)
{
    g_autoptr(GtkWidget) instead = g_weak_ref_get(&self->instead);

    g_signal_handlers_disconnect_by_func(button, on_back, self);
    if (self->window && instead && gtk_window_get_focus(GTK_WINDOW(self->window)) == instead)
        g_weak_ref_set(&self->wanted, button);
    look_later(self);
}

static void
wait_for_return(CareFocusKeeper *self, GtkWidget *button, GtkWidget *instead)
{
    g_autoptr(GtkWidget) before = g_weak_ref_get(&self->left);

    if (before)
        g_signal_handlers_disconnect_by_func(before, on_back, self);
    g_weak_ref_set(&self->left, button);
    g_weak_ref_set(&self->instead, instead);
    g_signal_connect_object(button, "map", G_CALLBACK(on_back), self, G_CONNECT_SWAPPED);
}

static gboolean
on_idle(gpointer data)
{
    CareFocusKeeper *self = data;
    g_autoptr(GtkWidget) wanted = g_weak_ref_get(&self->wanted);
    g_autoptr(GtkWidget) gone = NULL;
    GtkWidget *focus, *next, *page;

    self->idle = 0;
    if (!self->window || !is_in_front(self))
        return G_SOURCE_REMOVE;
    focus = gtk_window_get_focus(GTK_WINDOW(self->window));
    gone = g_weak_ref_get(&self->gone);
    g_weak_ref_set(&self->gone, NULL);
    page = page_of_done(gone);
    /* GTK would go on to whatever Tab comes to */
    next = page ? care_focus_find_suggested(page) : NULL;
    if (wanted || (!next && !has_come(self, focus) && (!is_there(self, focus) || went_astray(self, focus))))
        settle(self);
    else if (next)
        gtk_widget_grab_focus(next);
    focus = gtk_window_get_focus(GTK_WINDOW(self->window));
    if (care_focus_is_within(focus, self->area))
        remember(self, focus);
    if (page)
        wait_for_return(self, gone, focus);
    return G_SOURCE_REMOVE;
}

static gboolean
on_frame(GtkWidget *area, GdkFrameClock *clock, gpointer data)
{
    CareFocusKeeper *self = data;

    if (self->idle == 0)
        self->idle = g_idle_add_full(G_PRIORITY_LOW, on_idle, self, NULL);
    return G_SOURCE_REMOVE;
}

static void
forget_tick(gpointer data)
{
    CARE_FOCUS_KEEPER(data)->tick = 0;
}

/* After the next frame: Tab goes through widgets by where they lie, and one that was just shown lies nowhere yet. */
static void
look_later(CareFocusKeeper *self)
{
    if (self->tick == 0)
        self->tick = gtk_widget_add_tick_callback(self->area, on_frame, self, forget_tick);
}

static void
note_gone(CareFocusKeeper *self)
{
    g_autoptr(GtkWidget) last = dup_last(self);
    g_autoptr(GtkWidget) gone = NULL;

    if (GTK_IS_BUTTON(last) && !gtk_widget_get_mapped(last))
        g_weak_ref_set(&self->gone, last);
    gone = g_weak_ref_get(&self->gone);
    if (gone)
        look_later(self);
}

/* Kept at once while it is there: what is done next may take it away. */
static void
on_focus(CareFocusKeeper *self)
{
    GtkWidget *focus = gtk_window_get_focus(GTK_WINDOW(self->window));

    note_gone(self);
    note_outside(self, focus);
    if (is_there(self, focus) && !went_astray(self, focus))
        remember(self, focus);
    else
        look_later(self);
    note_coming(self, focus);
}

static void
want(CareFocusKeeper *self, GtkWidget *place, gboolean anew)
{
    g_weak_ref_set(&self->wanted, place);
    self->anew = anew;
    look_later(self);
}

void
care_focus_keeper_enter(CareFocusKeeper *self, GtkWidget *place)
{
    g_return_if_fail(CARE_IS_FOCUS_KEEPER(self));
    want(self, place, FALSE);
}

void
care_focus_keeper_enter_anew(CareFocusKeeper *self, GtkWidget *place)
{
    g_return_if_fail(CARE_IS_FOCUS_KEEPER(self));
    want(self, place, TRUE);
}

void
care_focus_keeper_stay(CareFocusKeeper *self)
{
    GtkWidget *focus;

    g_return_if_fail(CARE_IS_FOCUS_KEEPER(self));
    g_weak_ref_set(&self->wanted, NULL);
    /* it may not be shown yet, and what it was on before be gone by the time that it is */
    focus = self->window ? gtk_window_get_focus(GTK_WINDOW(self->window)) : NULL;
    if (care_focus_is_within(focus, self->area))
        remember(self, focus);
}

static void
care_focus_keeper_finalize(GObject *object)
{
    CareFocusKeeper *self = CARE_FOCUS_KEEPER(object);

    if (self->tick != 0)
        gtk_widget_remove_tick_callback(self->area, self->tick);
    g_clear_handle_id(&self->idle, g_source_remove);
    g_clear_weak_pointer(&self->window);
    g_ptr_array_unref(self->trail);
    g_weak_ref_clear(&self->wanted);
    g_weak_ref_clear(&self->coming);
    g_weak_ref_clear(&self->outside);
    g_weak_ref_clear(&self->gone);
    g_weak_ref_clear(&self->left);
    g_weak_ref_clear(&self->instead);
    G_OBJECT_CLASS(care_focus_keeper_parent_class)->finalize(object);
}

static void
care_focus_keeper_class_init(CareFocusKeeperClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = care_focus_keeper_finalize;
}

static void
care_focus_keeper_init(CareFocusKeeper *self)
{
    self->trail = g_ptr_array_new_with_free_func(step_free);
    g_weak_ref_init(&self->wanted, NULL);
    g_weak_ref_init(&self->coming, NULL);
    g_weak_ref_init(&self->outside, NULL);
    g_weak_ref_init(&self->gone, NULL);
    g_weak_ref_init(&self->left, NULL);
    g_weak_ref_init(&self->instead, NULL);
}

static CareFocusKeeper *
keeper_new(AdwApplicationWindow *window, AdwDialog *dialog, GtkWidget *area)
{
    CareFocusKeeper *self = g_object_new(CARE_TYPE_FOCUS_KEEPER, NULL);

    g_set_weak_pointer(&self->window, window);
    self->dialog = dialog;
    self->area = area;
    g_signal_connect_object(window, "notify::focus-widget", G_CALLBACK(on_focus), self, G_CONNECT_SWAPPED);
    g_signal_connect_object(window, "notify::visible-dialog", G_CALLBACK(look_later), self,
                            G_CONNECT_SWAPPED);
    return self;
}

/* Each of them has its own, for as long as it lives: it may be closed and come back. */
static void
on_any_dialog(AdwApplicationWindow *window)
{
    AdwDialog *dialog = adw_application_window_get_visible_dialog(window);

    if (dialog && !g_object_get_data(G_OBJECT(dialog), "care-focus-keeper"))
        g_object_set_data_full(G_OBJECT(dialog), "care-focus-keeper",
                               keeper_new(window, dialog, GTK_WIDGET(dialog)), g_object_unref);
}

CareFocusKeeper *
care_focus_keeper_new(AdwApplicationWindow *window, GtkWidget *area)
{
    g_signal_connect(window, "notify::visible-dialog", G_CALLBACK(on_any_dialog), NULL);
    return keeper_new(window, NULL, area);
}
