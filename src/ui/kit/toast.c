/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kit/toast.h"

#include <glib/gi18n-lib.h>

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

/* The stacks of Ctrl+Z and its reverse belong to it. NULL where there is none. */
static GObject *
stacks_of(GtkWidget *widget)
{
    return (GObject *)overlay_of(widget);
}

static void
on_button(AdwToast *toast, gpointer overlay)
{
    care_undo_run_of(overlay, toast);
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
static AdwDialog *
add_where_seen(AdwToastOverlay *overlay, AdwToast *toast)
{
    g_autoptr(GListModel) dialogs = dialogs_of(gtk_widget_get_root(GTK_WIDGET(overlay)));

    for (guint i = 0; dialogs && i < g_list_model_get_n_items(dialogs); i++) {
        g_autoptr(AdwDialog) over = g_list_model_get_item(dialogs, i);

        if (ADW_IS_PREFERENCES_DIALOG(over)) {
            adw_preferences_dialog_add_toast(ADW_PREFERENCES_DIALOG(over), toast);
            return over; /* its host holds it */
        }
    }
    adw_toast_overlay_add_toast(overlay, toast);
    return NULL;
}

/* What is on screen is about the newest act: the toast of the one before gives way, its Undo stays with Ctrl+Z. So does what
 * was wrong before it: it has no end of its own, and would come back when it is wrong no more. */
typedef enum { WORDS, ACT, ERROR, NEXT, N_SORTS } Sort;

static void
latest_free(gpointer data)
{
    AdwToast **latest = data;

    for (int i = 0; i < N_SORTS; i++)
        g_clear_weak_pointer(&latest[i]);
    g_free(latest);
}

static AdwToast **
latest_of(GObject *overlay)
{
    AdwToast **latest = g_object_get_data(overlay, "care-latest");

    if (!latest) {
        latest = g_new0(AdwToast *, N_SORTS);
        g_object_set_data_full(overlay, "care-latest", latest, latest_free);
    }
    return latest;
}

/* Nobody reads a sentence in less, and what comes so soon after it is no act of somebody who has. */
#define SEEN_USECONDS (G_USEC_PER_SEC)
#define AT_LAST_SECONDS 15

/* Something else is done, or tried. An error that nobody can have read yet comes back for a while, and goes by itself. */
static void
let_error_go(GObject *overlay)
{
    AdwToast *error = latest_of(overlay)[ERROR];
    const gint64 *since = error ? g_object_get_data(G_OBJECT(error), "care-since") : NULL;

    if (!error)
        return;
    if (since && g_get_monotonic_time() - *since < SEEN_USECONDS)
        adw_toast_set_timeout(error, AT_LAST_SECONDS);
    else
        adw_toast_dismiss(error);
}

static AdwToast *error_new(const char *message, gint64 since);
static void put_up(AdwToastOverlay *overlay, AdwToast *toast, Sort sort);

/* Preferences go, and take along what was just said over them: that nobody has read. */
static void
on_preferences_closed(AdwToast *error)
{
    AdwToastOverlay *overlay = g_object_get_data(G_OBJECT(error), "care-overlay");
    const gint64 *since = g_object_get_data(G_OBJECT(error), "care-since");

    if (latest_of(G_OBJECT(overlay))[ERROR] != error || g_get_monotonic_time() - *since >= SEEN_USECONDS)
        return;
    put_up(overlay, error_new(g_object_get_data(G_OBJECT(error), "care-message"), *since), ERROR);
}

static void
put_up(AdwToastOverlay *overlay, AdwToast *toast, Sort sort)
{
    AdwToast **latest = latest_of(G_OBJECT(overlay));
    AdwDialog *over;

    if (sort != NEXT)
        let_error_go(G_OBJECT(overlay));
    if (sort != ERROR && latest[sort])
        adw_toast_dismiss(latest[sort]);
    g_set_weak_pointer(&latest[sort], toast);
    adw_toast_set_priority(toast, sort == NEXT ? ADW_TOAST_PRIORITY_NORMAL : ADW_TOAST_PRIORITY_HIGH);
    over = add_where_seen(overlay, toast);
    if (over && sort == ERROR) {
        g_object_set_data(G_OBJECT(toast), "care-overlay",
                          overlay); /* the window's, which outlives the dialog */
        g_signal_connect_object(over, "closed", G_CALLBACK(on_preferences_closed), toast, G_CONNECT_SWAPPED);
    }
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

void
care_toast_next(GtkWidget *widget, const char *message)
{
    AdwToastOverlay *overlay = overlay_of(widget);

    if (overlay)
        put_up(overlay, care_toast_new(message), NEXT);
}

static AdwToast *
error_new(const char *message, gint64 since)
{
    AdwToast *toast = care_toast_new(message);

    adw_toast_set_timeout(toast, 0);
    g_object_set_data_full(G_OBJECT(toast), "care-since", g_memdup2(&since, sizeof since), g_free);
    g_object_set_data_full(G_OBJECT(toast), "care-message", g_strdup(message), g_free);
    return toast;
}

/* Shows the sentence of an error and lets it stay until it was read, or something else is done. */
void
care_toast_error(GtkWidget *widget, const GError *error)
{
    AdwToastOverlay *overlay = overlay_of(widget);

    if (overlay && !g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        put_up(overlay, error_new(error->message, g_get_monotonic_time()), ERROR);
}

/* What Ctrl+Z says in place of what it cannot do. */
typedef struct {
    AdwToastOverlay *overlay; /* it outlives the stacks, which are its own */
    char *sentence;
    char *label; /* nullable, with the action and its target */
    char *action;
    GVariant *target;
} Refusal;

static void
refusal_free(gpointer data)
{
    Refusal *self = data;

    g_free(self->sentence);
    g_free(self->label);
    g_free(self->action);
    g_clear_pointer(&self->target, g_variant_unref);
    g_free(self);
}

static void
refuse(gpointer data)
{
    const Refusal *self = data;
    AdwToast *toast = care_toast_new(self->sentence);

    if (self->action) {
        adw_toast_set_button_label(toast, self->label);
        adw_toast_set_action_name(toast, self->action);
        adw_toast_set_action_target_value(toast, self->target);
    }
    put_up(self->overlay, toast, ACT);
}

/* overlay: as long as it is there. */
static Refusal *
refusal_new(AdwToastOverlay *overlay, const char *sentence)
{
    Refusal *self = g_new0(Refusal, 1);

    self->overlay = overlay;
    self->sentence = g_strdup(sentence);
    return self;
}

/* What was done so far stays done: Ctrl+Z does not reach past an act that cannot be taken back, and no toast offers to.
 * What was typed and not saved can be taken up all the same, since that undoes nothing; but not in place of what was done
 * since, which would open an old dialog over a number just given out. */
static void
end_what_can(GtkWidget *widget, const CareToastRefusal *refusal)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    g_autoptr(GVariant) target = refusal->target ? g_variant_ref_sink(refusal->target) : NULL;
    Refusal *said;

    if (!overlay)
        return;
    said = refusal_new(overlay, refusal->sentence);
    said->label = g_strdup(refusal->label);
    said->action = g_strdup(refusal->action);
    said->target = g_steal_pointer(&target);
    let_error_go(G_OBJECT(overlay));
    care_undo_end(G_OBJECT(overlay));
    care_undo_push(G_OBJECT(overlay), CARE_UNDO, refuse, said, refusal_free);
}

/* Of an act that says itself what it has done, or has a way back of its own. */
void
care_toast_barrier(GtkWidget *widget)
{
    end_what_can(widget,
                 &(CareToastRefusal){ .sentence = _("What was done last cannot be taken back here") });
}

/* Tells of an act that cannot be taken back. */
void
care_toast_final(GtkWidget *widget, const char *message, const CareToastRefusal *refusal)
{
    end_what_can(widget, refusal);
    care_toast_show(widget, message);
}

/* Of a person: what was taken back before it would be done again out of its turn. stacks: nullable. */
static void
begin_act(GObject *stacks)
{
    if (!stacks)
        return;
    let_error_go(stacks);
    care_undo_end_redo(stacks);
}

static CareUndo *
remember(GtkWidget *widget, CareUndoFunc undo, gpointer user_data, GDestroyNotify destroy)
{
    GObject *stacks = stacks_of(widget);

    begin_act(stacks);
    return care_undo_push(stacks, CARE_UNDO, undo, user_data, destroy);
}

void
care_toast_settled_again(GtkWidget *widget, const char *what)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    /* Translators: %s is what a toast says when it is done, "Job moved: In work" */
    g_autofree char *sentence = g_strdup_printf(_("Already done elsewhere: %s"), what);

    if (!overlay)
        return;
    care_undo_push(G_OBJECT(overlay), CARE_UNDO, refuse, refusal_new(overlay, sentence), refusal_free);
    care_toast_show(widget, sentence);
}

void
care_toast_settled(GtkWidget *widget, const char *what)
{
    begin_act(stacks_of(widget));
    care_toast_settled_again(widget, what);
}

static void
offer(GtkWidget *widget, CareUndo *item, const char *message, const char *label)
{
    AdwToastOverlay *overlay = overlay_of(widget);
    AdwToast *toast = care_toast_new(message);

    adw_toast_set_button_label(toast, label);
    g_signal_connect_object(toast, "button-clicked", G_CALLBACK(on_button), overlay, 0);
    care_undo_set_toast(item, toast);
    put_up(overlay, toast, ACT);
}

/* For Ctrl+Z alone, without a word now. Like care_toast_undo() in everything else. */
void
care_toast_remember(GtkWidget *widget, CareUndoFunc undo, gpointer user_data, GDestroyNotify destroy)
{
    remember(widget, undo, user_data, destroy);
}

/* The data of what Ctrl+Z would take back now, if it is this that would do it; else NULL. Transfer none. */
gpointer
care_toast_last(GtkWidget *widget, CareUndoFunc undo)
{
    GObject *stacks = stacks_of(widget);

    return stacks ? care_undo_last(stacks, undo) : NULL;
}

/* Tells what was done and offers to take it back, by the toast's button or, later still, by Ctrl+Z. Owns
 * user_data and frees it by destroy, whether undo was called or not. */
void
care_toast_undo(GtkWidget *widget, const char *message, CareUndoFunc undo, gpointer user_data,
                GDestroyNotify destroy)
{
    CareUndo *item = remember(widget, undo, user_data, destroy);

    if (item)
        offer(widget, item, message, _("Undo"));
}

/* The same of something typed that was left without being saved: undo shows it again, and no barrier ends that. */
void
care_toast_unsaved(GtkWidget *widget, const char *message, CareUndoFunc undo, gpointer user_data,
                   GDestroyNotify destroy)
{
    CareUndo *item = care_undo_push(stacks_of(widget), CARE_UNDO, undo, user_data, destroy);

    if (!item)
        return;
    care_undo_set_unsaved(item);
    offer(widget, item, message, _("Undo"));
}

/* Tells what was taken back, and offers to do it again. Owns user_data as care_toast_undo() does. */
void
care_toast_taken_back(GtkWidget *widget, const char *message, CareUndoFunc redo, gpointer user_data,
                      GDestroyNotify destroy)
{
    CareUndo *item = care_undo_push(stacks_of(widget), CARE_REDO, redo, user_data, destroy);

    if (item)
        offer(widget, item, message, _("Redo"));
}

/* Tells that what was taken back is done again, and offers to take it back once more. Owns user_data as
 * care_toast_undo() does. */
void
care_toast_done_again(GtkWidget *widget, const char *message, CareUndoFunc undo, gpointer user_data,
                      GDestroyNotify destroy)
{
    CareUndo *item = care_undo_push(stacks_of(widget), CARE_UNDO, undo, user_data, destroy);

    if (item)
        offer(widget, item, message, _("Undo"));
}

gboolean
care_toast_is_taking_back(GtkWidget *widget)
{
    GObject *stacks = stacks_of(widget);

    return stacks && care_undo_is_under_way(stacks);
}

/* Takes back the last act; FALSE when there is none. */
gboolean
care_toast_undo_last(GtkWidget *widget)
{
    GObject *stacks = stacks_of(widget);

    return stacks && care_undo_run_last(stacks, CARE_UNDO);
}

/* Takes up again what was typed last and not saved; FALSE where no toast offers that. */
gboolean
care_toast_undo_unsaved(GtkWidget *widget)
{
    GObject *stacks = stacks_of(widget);

    return stacks && care_undo_run_unsaved(stacks);
}

/* Does again what was taken back last; FALSE when there is nothing. */
gboolean
care_toast_redo_last(GtkWidget *widget)
{
    GObject *stacks = stacks_of(widget);

    return stacks && care_undo_run_last(stacks, CARE_REDO);
}

/* The same two where it was done after the moment (care_undo_mark()): in a dialog that was opened then. */
gboolean
care_toast_undo_since(GtkWidget *widget, guint mark)
{
    GObject *stacks = stacks_of(widget);

    return stacks && care_undo_run_since(stacks, CARE_UNDO, mark);
}

gboolean
care_toast_redo_since(GtkWidget *widget, guint mark)
{
    GObject *stacks = stacks_of(widget);

    return stacks && care_undo_run_since(stacks, CARE_REDO, mark);
}

/* What Ctrl+Z would take back now is as if it had never been done, if it is this that would do it. */
void
care_toast_forget(GtkWidget *widget, CareUndoFunc undo)
{
    GObject *stacks = stacks_of(widget);

    if (stacks)
        care_undo_forget_last(stacks, undo);
}
