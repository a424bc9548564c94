/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window-leave-private.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "store/draft-queue.h"
#include "store/under-way.h"
#include "ui/actions.h"
#include "ui/kit/alert.h"
#include "ui/kit/pause.h"
#include "ui/kit/question.h"

#define PATIENCE_MS 400

/* A button that Enter presses acts a quarter of a second later: whoever answers and leaves at once has answered. */
#define ANSWER_MS 300

#define STAY "stay"
#define LOSE "lose"

/* A window that goes when what is under way is done; owned by it. */
typedef struct {
    CareWindow *window;
    AdwDialog *notice; /* weak */
    gboolean said;
    guint timeout;
    guint serial;
} Leaving;

/* What is waited for, which may be over before it is told: somebody stayed, and leaves again. */
typedef struct {
    CareWindow *window;
    guint serial; /* of the Leaving */
} Wait;

static void
leaving_free(gpointer data)
{
    Leaving *self = data;

    g_clear_handle_id(&self->timeout, g_source_remove);
    g_clear_weak_pointer(&self->notice);
    g_free(self);
}

static Leaving *
leaving_of(CareWindow *window)
{
    return g_object_get_data(G_OBJECT(window), "care-leaving");
}

gboolean
care_window_is_leaving(CareWindow *self)
{
    g_return_val_if_fail(CARE_IS_WINDOW(self), FALSE);
    return leaving_of(self) != NULL;
}

static CareStore *
store_of(CareWindow *self)
{
    CareContext *context = care_window_get_context(self);

    return context ? care_context_get_store(context) : NULL;
}

static void
stay(CareWindow *self)
{
    Leaving *leaving = leaving_of(self);
    g_autoptr(AdwDialog) notice = leaving && leaving->notice ? g_object_ref(leaving->notice) : NULL;

    g_object_set_data(G_OBJECT(self), "care-leaving", NULL);
    if (notice)
        adw_dialog_force_close(notice);
}

/* Nobody answers them any more. */
static void
close_questions(CareWindow *self)
{
    AdwApplicationWindow *window = ADW_APPLICATION_WINDOW(self);
    g_autoptr(GListModel) open = adw_application_window_get_dialogs(window);

    for (guint i = g_list_model_get_n_items(open); i-- > 0;) {
        g_autoptr(AdwDialog) dialog = g_list_model_get_item(open, i);

        if (ADW_IS_ALERT_DIALOG(dialog))
            care_question_leave(ADW_ALERT_DIALOG(dialog));
    }
}

/* Not as by Escape: an editor that is closed throws away what stands in it, one that goes with its window does not. */
static void
go(CareWindow *self)
{
    close_questions(self);
    care_window_remember(self);
    gtk_window_destroy(GTK_WINDOW(self));
}

static void
on_response(AdwAlertDialog *notice, const char *response, CareWindow *self)
{
    stay(self);
    if (g_str_equal(response, LOSE)) {
        care_drafts_give_up(store_of(self));
        go(self);
    }
}

/* Why what was typed is not kept, and what becomes of it. Transfer full. */
static char *
words_of_refusal(const GError *refusal)
{
    if (g_error_matches(refusal, CARE_ERROR, CARE_ERROR_BUSY))
        return g_strdup(_("Another program is using the shop’s data, so what you typed last is not kept yet. "
                          "Aftercare tries again by itself, and closes as soon as it is."));
    /* Translators: a sentence that says what is wrong, as "The disk is full." */
    return g_strdup_printf(_("What you typed last is not kept yet: %s Aftercare tries again by itself, and "
                             "closes as soon as it is."),
                           refusal->message);
}

/* It cannot be done at once, and may never be. */
static void
say_refused(AdwAlertDialog *notice, const GError *refusal)
{
    g_autofree char *body = words_of_refusal(refusal);

    if (adw_alert_dialog_has_response(notice, LOSE))
        return;
    adw_alert_dialog_set_heading(notice, _("What You Typed Is Not Kept Yet"));
    adw_alert_dialog_set_body(notice, body);
    adw_alert_dialog_add_response(notice, LOSE, _("_Close Without It"));
    adw_alert_dialog_set_response_appearance(notice, LOSE, ADW_RESPONSE_DESTRUCTIVE);
}

static void
say(Leaving *leaving)
{
    AdwDialog *notice = ADW_DIALOG(care_alert_new(_("Finishing What Is Under Way"),
                                                  _("Aftercare closes by itself as soon as it is done.")));

    adw_alert_dialog_add_response(ADW_ALERT_DIALOG(notice), STAY, _("_Stay Here"));
    adw_alert_dialog_set_close_response(ADW_ALERT_DIALOG(notice), STAY);
    g_signal_connect_object(notice, "response", G_CALLBACK(on_response), leaving->window, 0);
    g_set_weak_pointer(&leaving->notice, notice);
    adw_dialog_present(notice, GTK_WIDGET(leaving->window));
}

/* What is done sooner needs no words; what is refused later does. */
static gboolean
look(gpointer data)
{
    Leaving *leaving = data;
    const GError *refusal = care_drafts_refusal(store_of(leaving->window));

    if (!leaving->said)
        say(leaving);
    leaving->said = TRUE;
    if (refusal && leaving->notice)
        say_refused(ADW_ALERT_DIALOG(leaving->notice), refusal);
    return G_SOURCE_CONTINUE;
}

static void go_when_done(CareWindow *self);

/* What failed was said by whoever asked for it, and is to be read. */
static void
on_settled(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autofree Wait *wait = data;
    g_autoptr(CareWindow) self = wait->window;
    gboolean good = care_under_way_wait_finish(result);
    Leaving *leaving = leaving_of(self);

    if (!leaving || leaving->serial != wait->serial || !gtk_widget_get_realized(GTK_WIDGET(self)))
        return;
    stay(self);
    if (good)
        go_when_done(self);
}

static void
wait_for(CareWindow *self, CareStore *store)
{
    static guint serial;
    Leaving *leaving = g_new0(Leaving, 1);
    Wait *wait = g_new0(Wait, 1);

    wait->window = g_object_ref(self);
    wait->serial = leaving->serial = ++serial;
    leaving->window = self;
    leaving->timeout = g_timeout_add(PATIENCE_MS, look, leaving);
    g_object_set_data_full(G_OBJECT(self), "care-leaving", leaving, leaving_free);
    care_under_way_wait_async(store, on_settled, wait);
}

static void
go_when_done(CareWindow *self)
{
    CareStore *store = store_of(self);

    if (store && care_under_way_any(store))
        wait_for(self, store);
    else
        go(self);
}

/* What was typed last is kept, or saved, while there is a window to say that it could not be. Once: what the shop does not
 * take, and is no words, holds nobody. */
static void
leave(CareWindow *self)
{
    CareStore *store = store_of(self);

    if (leaving_of(self))
        return;
    care_pauses_end();
    if (store) {
        care_drafts_leave_replaced(store);
        care_drafts_write_again(store);
    }
    go_when_done(self);
}

static void
on_answered(gpointer data)
{
    g_autoptr(CareWindow) self = data;

    if (gtk_widget_get_realized(GTK_WIDGET(self)))
        leave(self);
}

void
care_window_leave(CareWindow *self)
{
    AdwDialog *dialog;

    g_return_if_fail(CARE_IS_WINDOW(self));
    dialog = adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(self));
    if (ADW_IS_ALERT_DIALOG(dialog))
        g_timeout_add_once(ANSWER_MS, on_answered, g_object_ref(self));
    else
        leave(self);
}

static gboolean
on_key(GtkWidget *dialog, GVariant *arguments, gpointer action)
{
    GtkRoot *root = gtk_widget_get_root(dialog);

    if (g_str_equal(action, "app.quit"))
        gtk_widget_activate_action(dialog, action, NULL);
    else if (CARE_IS_WINDOW(root))
        care_window_leave(CARE_WINDOW(root));
    return GDK_EVENT_STOP;
}

static void
add_keys(GtkShortcutController *keys, const CareActionInfo *action)
{
    for (int i = 0; action->accels[i]; i++)
        gtk_shortcut_controller_add_shortcut(
            keys, gtk_shortcut_new(gtk_shortcut_trigger_parse_string(action->accels[i]),
                                   gtk_callback_action_new(on_key, (gpointer)action->name, NULL)));
}

static GtkEventController *
keys_new(void)
{
    GtkEventController *keys = gtk_shortcut_controller_new();
    guint n;
    const CareActionInfo *actions = care_actions_get(&n);

    for (guint i = 0; i < n; i++)
        if (g_strcmp0(actions[i].name, "app.quit") == 0 || g_strcmp0(actions[i].name, "window.close") == 0)
            add_keys(GTK_SHORTCUT_CONTROLLER(keys), &actions[i]);
    gtk_event_controller_set_propagation_phase(keys, GTK_PHASE_CAPTURE);
    return keys;
}

/* Once for each, though it may come back by Undo. */
static void
on_visible_dialog(CareWindow *self)
{
    AdwDialog *dialog = adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(self));

    if (!dialog || g_object_get_data(G_OBJECT(dialog), "care-leave-keys"))
        return;
    g_object_set_data(G_OBJECT(dialog), "care-leave-keys", self);
    gtk_widget_add_controller(GTK_WIDGET(dialog), keys_new());
}

/* While a dialog is open no key gets past it, those of the application neither. */
void
care_window_leave_listen(CareWindow *self)
{
    g_signal_connect(self, "notify::visible-dialog", G_CALLBACK(on_visible_dialog), NULL);
}
