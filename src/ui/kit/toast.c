/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/toast.h"

#include <glib/gi18n-lib.h>

/* As many steps as a person still remembers having made. */
#define MAX_UNDO 20

/* One act that can be taken back; on the overlay's stack until it was or is too old. */
typedef struct {
    CareUndoFunc undo;
    gpointer user_data;
    GDestroyNotify destroy;
    AdwToast *toast;  /* weak, NULL once it is gone */
    gboolean unsaved; /* nothing of it is in the shop yet */
} Undo;

static void
undo_free(Undo *undo)
{
    g_clear_weak_pointer(&undo->toast);
    if (undo->destroy)
        undo->destroy(undo->user_data);
    g_free(undo);
}

static void
undo_stack_free(GQueue *stack)
{
    g_queue_free_full(stack, (GDestroyNotify)undo_free);
}

static AdwToastOverlay *
overlay_in(gpointer window)
{
    AdwToastOverlay **overlay = g_object_get_data(window, "care-toast-overlay");

    return overlay ? *overlay : NULL;
}

GtkWidget *
care_toast_window(GtkWidget *widget)
{
    GtkRoot *root = widget ? gtk_widget_get_root(widget) : NULL;
    GListModel *windows = gtk_window_get_toplevels();

    if (root && overlay_in(root))
        return GTK_WIDGET(root);
    for (guint i = 0; i < g_list_model_get_n_items(windows); i++) {
        g_autoptr(GtkWidget) window = g_list_model_get_item(windows, i);

        if (overlay_in(window))
            return window; /* GTK holds it */
    }
    return NULL;
}

/* The overlay of the window: dialogs and pages come and go, what they did must stay undoable after them. */
static AdwToastOverlay *
overlay_of(GtkWidget *widget)
{
    GtkWidget *window = care_toast_window(widget);

    return window ? overlay_in(window) : NULL;
}

static GQueue *
stack_of(AdwToastOverlay *overlay)
{
    GQueue *stack = g_object_get_data(G_OBJECT(overlay), "care-undo");

    if (!stack) {
        stack = g_queue_new();
        g_object_set_data_full(G_OBJECT(overlay), "care-undo", stack, (GDestroyNotify)undo_stack_free);
    }
    return stack;
}

static void
run(GQueue *stack, Undo *undo)
{
    AdwToast *toast = undo->toast;

    g_queue_remove(stack, undo);
    undo->undo(undo->user_data);
    if (toast)
        adw_toast_dismiss(toast);
    undo_free(undo);
}

static void
on_button(AdwToast *toast, gpointer user_data)
{
    GQueue *stack = stack_of(user_data);

    for (GList *l = stack->tail; l; l = l->prev) {
        Undo *undo = l->data;

        if (undo->toast == toast) {
            run(stack, undo);
            return;
        }
    }
}

static GListModel *
dialogs_of(GtkRoot *root)
{
    if (ADW_IS_APPLICATION_WINDOW(root))
        return adw_application_window_get_dialogs(ADW_APPLICATION_WINDOW(root));
    return ADW_IS_WINDOW(root) ? adw_window_get_dialogs(ADW_WINDOW(root)) : NULL;
}

/* Where it is seen: Preferences lie over the window and have an overlay of their own. A dialog over them is not done
 * closing yet when what it saved is said. */
static void
add_where_seen(AdwToastOverlay *overlay, AdwToast *toast)
{
    g_autoptr(GListModel) dialogs = dialogs_of(gtk_widget_get_root(GTK_WIDGET(overlay)));

    for (guint i = 0; dialogs && i < g_list_model_get_n_items(dialogs); i++) {
        g_autoptr(AdwDialog) over = g_list_model_get_item(dialogs, i);

        if (ADW_IS_PREFERENCES_DIALOG(over)) {
            adw_preferences_dialog_add_toast(ADW_PREFERENCES_DIALOG(over), toast);
            return;
        }
    }
    adw_toast_overlay_add_toast(overlay, toast);
}

/* What is on screen is about the newest act: the toast of the one before gives way, its Undo stays with Ctrl+Z. What
 * was wrong stays behind it until it was read. */
typedef enum { WORDS, ACT, ERROR, N_SORTS } Sort;

static void
latest_free(gpointer data)
{
    AdwToast **latest = data;

    for (int i = 0; i < N_SORTS; i++)
        g_clear_weak_pointer(&latest[i]);
    g_free(latest);
}

static void
put_up(AdwToastOverlay *overlay, AdwToast *toast, Sort sort)
{
    AdwToast **latest = g_object_get_data(G_OBJECT(overlay), "care-latest");

    if (!latest) {
        latest = g_new0(AdwToast *, N_SORTS);
        g_object_set_data_full(G_OBJECT(overlay), "care-latest", latest, latest_free);
    }
    if (sort != ERROR && latest[sort])
        adw_toast_dismiss(latest[sort]);
    g_set_weak_pointer(&latest[sort], toast);
    adw_toast_set_priority(toast, ADW_TOAST_PRIORITY_HIGH);
    add_where_seen(overlay, toast);
}

static void
overlay_forget(gpointer data)
{
    AdwToastOverlay **overlay = data;

    g_clear_weak_pointer(overlay);
    g_free(overlay);
}

/* Says which overlay of a window shows the toasts; the window calls it once. Weak: whoever still has the window when it
 * is closed tells nobody. */
void
care_toast_set_overlay(GtkWidget *root, AdwToastOverlay *overlay)
{
    AdwToastOverlay **weak = g_new0(AdwToastOverlay *, 1);

    g_set_weak_pointer(weak, overlay);
    g_object_set_data_full(G_OBJECT(root), "care-toast-overlay", weak, overlay_forget);
}

/* What a toast is beside its words, and a letter of them. */
#define TOAST_FRAME 150
#define LETTER 9
#define MAX_LETTERS 60

/* A toast says its own title aloud, no other; and it is as wide as its words would like to be, whatever room there is. */
static void
on_title_shown(GtkWidget *label)
{
    GtkRoot *root = gtk_widget_get_root(label);
    int room = root ? gtk_widget_get_width(GTK_WIDGET(root)) - TOAST_FRAME : G_MAXINT;

    gtk_label_set_max_width_chars(GTK_LABEL(label), CLAMP(room / LETTER, 1, MAX_LETTERS));
    gtk_accessible_announce(GTK_ACCESSIBLE(label), gtk_label_get_text(GTK_LABEL(label)),
                            GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* A toast's own title is one line: in a narrow window the end of a sentence, often what to do about it, is never seen. */
static GtkWidget *
title_new(const char *message)
{
    GtkWidget *label = gtk_label_new(message);

    g_signal_connect(label, "map", G_CALLBACK(on_title_shown), NULL);
    gtk_label_set_wrap(GTK_LABEL(label), TRUE);
    gtk_label_set_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_widget_add_css_class(label, "heading");
    return label;
}

AdwToast *
care_toast_new(const char *message)
{
    AdwToast *toast = adw_toast_new(message);

    adw_toast_set_use_markup(toast, FALSE);
    adw_toast_set_custom_title(toast, title_new(message));
    return toast;
}

/* Shows a sentence. The text is no markup. */
void
care_toast_show(GtkWidget *widget, const char *message)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    AdwToast *toast;

    if (!overlay)
        return;
    toast = care_toast_new(message);
    put_up(overlay, toast, WORDS);
}

/* Shows the sentence of an error and lets it stay until it was read. */
void
care_toast_error(GtkWidget *widget, const GError *error)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    AdwToast *toast;

    if (!overlay || g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
    toast = care_toast_new(error->message);
    adw_toast_set_timeout(toast, 0);
    put_up(overlay, toast, ERROR);
}

static void
forget(GQueue *stack, GList *link)
{
    Undo *undo = link->data;

    g_queue_delete_link(stack, link);
    if (undo->toast)
        adw_toast_dismiss(undo->toast);
    undo_free(undo);
}

/* What was done so far stays done: Ctrl+Z does not reach past an act that cannot be taken back, and no toast offers to.
 * What was typed and not saved can be taken up all the same: that undoes nothing. */
void
care_toast_barrier(GtkWidget *widget)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    GList *next;

    for (GList *l = overlay ? stack_of(overlay)->head : NULL; l; l = next) {
        next = l->next;
        if (!((Undo *)l->data)->unsaved)
            forget(stack_of(overlay), l);
    }
}

/* Tells of an act that cannot be taken back. */
void
care_toast_final(GtkWidget *widget, const char *message)
{
    care_toast_barrier(widget);
    care_toast_show(widget, message);
}

/* NULL where nothing can be taken back: then the data are freed already. */
static Undo *
remember(AdwToastOverlay *overlay, CareUndoFunc undo, gpointer user_data, GDestroyNotify destroy)
{
    GQueue *stack = overlay ? stack_of(overlay) : NULL;
    Undo *item;

    if (!stack) {
        if (destroy)
            destroy(user_data);
        return NULL;
    }
    item = g_new0(Undo, 1);
    item->undo = undo;
    item->user_data = user_data;
    item->destroy = destroy;
    g_queue_push_tail(stack, item);
    if (stack->length > MAX_UNDO)
        undo_free(g_queue_pop_head(stack));
    return item;
}

/* For Ctrl+Z alone, without a word now. Like care_toast_undo() in everything else. */
void
care_toast_remember(GtkWidget *widget, CareUndoFunc undo, gpointer user_data, GDestroyNotify destroy)
{
    remember(overlay_of(widget), undo, user_data, destroy);
}

/* The data of what Ctrl+Z would take back now, if it is this that would do it; else NULL. Transfer none. */
gpointer
care_toast_last(GtkWidget *widget, CareUndoFunc undo)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    Undo *last = overlay ? g_queue_peek_tail(stack_of(overlay)) : NULL;

    return last && last->undo == undo ? last->user_data : NULL;
}

static void
offer(AdwToastOverlay *overlay, Undo *item, const char *message)
{
    AdwToast *toast = care_toast_new(message);

    adw_toast_set_button_label(toast, _("Undo"));
    g_signal_connect_object(toast, "button-clicked", G_CALLBACK(on_button), overlay, 0);
    g_set_weak_pointer(&item->toast, toast);
    put_up(overlay, toast, ACT);
}

/* Tells what was done and offers to take it back, by the toast's button or, later still, by Ctrl+Z. Owns
 * user_data and frees it by destroy, whether undo was called or not. */
void
care_toast_undo(GtkWidget *widget, const char *message, CareUndoFunc undo, gpointer user_data,
                GDestroyNotify destroy)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    Undo *item = remember(overlay, undo, user_data, destroy);

    if (item)
        offer(overlay, item, message);
}

/* The same of something typed that was left without being saved: undo shows it again, and no barrier ends that. */
void
care_toast_unsaved(GtkWidget *widget, const char *message, CareUndoFunc undo, gpointer user_data,
                   GDestroyNotify destroy)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    Undo *item = remember(overlay, undo, user_data, destroy);

    if (!item)
        return;
    item->unsaved = TRUE;
    offer(overlay, item, message);
}

/* Takes back the last act; FALSE when there is none. */
gboolean
care_toast_undo_last(GtkWidget *widget)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    GQueue *stack = overlay ? stack_of(overlay) : NULL;

    if (!stack || g_queue_is_empty(stack))
        return FALSE;
    run(stack, g_queue_peek_tail(stack));
    return TRUE;
}
