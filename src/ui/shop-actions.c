/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shop-actions.h"

#include <glib/gi18n-lib.h>

#include "core/sentences.h"
#include "exchange/backup/backup.h"
#include "store/under-way.h"
#include "ui/kit/toast.h"
#include "ui/shop-opening.h"
#include "ui/shop-renewal.h"
#include "ui/window-leave.h"
#include "sample/sample.h"

#define SAMPLE_SEED 1

static void
tell(CareApplication *app, const GError *error)
{
    GtkWindow *window = gtk_application_get_active_window(GTK_APPLICATION(app));

    if (care_shop_renewal_tell_after(GTK_APPLICATION(app), error))
        return;
    if (CARE_IS_WINDOW(window))
        care_window_tell(CARE_WINDOW(window), error);
    else if (window)
        care_toast_error(GTK_WIDGET(window), error);
}

static void
say(CareApplication *app, const char *sentence)
{
    GtkWindow *window = gtk_application_get_active_window(GTK_APPLICATION(app));

    if (window)
        care_toast_show(GTK_WIDGET(window), sentence);
}

static CareStore *
store_of(CareApplication *app)
{
    GtkWindow *window = gtk_application_get_active_window(GTK_APPLICATION(app));
    CareContext *context = CARE_IS_WINDOW(window) ? care_window_get_context(CARE_WINDOW(window)) : NULL;

    return context ? care_context_get_store(context) : NULL;
}

typedef struct {
    CareApplication *app;
    CareStore *store; /* nullable: one that did not open can be restored, too */
    char *staged;
    char *links; /* what of the shop before was a link; nullable */
    GError *error;
} Restore;

/* With the shop closed. */
static void
put(CareApplication *app, gpointer data)
{
    Restore *self = data;

    self->links = care_backup_links(care_application_get_data_dir(app));
    if (care_backup_put(care_application_get_data_dir(app), self->staged,
                        care_clock_now(care_application_get_clock(app)), &self->error))
        care_shop_opening_note_restored(care_application_get_data_dir(app));
}

/* What the owner had put on another disk is not there any more. */
static void
say_restored(Restore *self)
{
    g_autofree char *links = self->links ? care_backup_links_sentence(self->links) : NULL;
    g_autofree char *text = care_sentences_join(
        _("The backup is restored. The shop as it was before is kept beside it."), links);

    say(self->app, text);
}

static void
on_staged(GObject *source, GAsyncResult *result, gpointer data)
{
    Restore *self = data;
    GtkWindow *window = gtk_application_get_active_window(GTK_APPLICATION(self->app));
    gboolean leaving = CARE_IS_WINDOW(window) && care_window_is_leaving(CARE_WINDOW(window));

    self->staged = care_backup_stage_finish(result, &self->error);
    if (self->store)
        care_under_way_end(self->store, self->error != NULL);
    if (self->staged)
        care_application_reopen(self->app, put, self);
    if (self->error)
        tell(self->app, self->error);
    else if (self->staged && !leaving)
        say_restored(self);
    else if (leaving)
        g_action_group_activate_action(G_ACTION_GROUP(self->app), "quit", NULL);
    g_application_release(G_APPLICATION(self->app));
    g_object_unref(self->app);
    g_clear_object(&self->store);
    g_clear_error(&self->error);
    g_free(self->staged);
    g_free(self->links);
    g_free(self);
}

static void
restore_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    Restore *self = g_new0(Restore, 1);
    const char *path, *password;

    g_variant_get(parameter, "(&s&s)", &path, &password);
    self->app = g_object_ref(user_data);
    g_set_object(&self->store, store_of(self->app));
    if (self->store)
        care_under_way_begin(self->store);
    g_application_hold(G_APPLICATION(self->app));
    care_backup_stage_async(path, care_application_get_data_dir(self->app), password, on_staged, self);
}

/* Made once; a stroll through it costs nothing the second time. */
static void
sample_thread(GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    g_autofree char *dir = care_sample_dir();
    GError *error = NULL;
    gboolean made = !care_backup_is_empty(dir);
    g_autoptr(CareStore) store = NULL;

    if (!made) {
        g_mkdir_with_parents(dir, 0700);
        store = care_store_open(dir, data, 0, &error);
        made = store && care_sample(store, SAMPLE_SEED, &error);
        if (store)
            care_store_close(store);
    }
    if (made)
        g_task_return_boolean(task, TRUE);
    else
        g_task_return_error(task, error);
}

static void
visit_sample(CareApplication *app, gpointer data)
{
    g_autofree char *dir = care_sample_dir();

    care_application_visit(app, dir);
}

static void
on_sample(GObject *source, GAsyncResult *result, gpointer data)
{
    g_autoptr(GError) error = NULL;

    /* who left meanwhile does not want it any more */
    if (!gtk_application_get_active_window(GTK_APPLICATION(source)))
        g_debug("the sample is there for the next time");
    else if (g_task_propagate_boolean(G_TASK(result), &error))
        care_application_reopen(CARE_APPLICATION(source), visit_sample, NULL);
    else
        tell(CARE_APPLICATION(source), error);
    g_application_release(G_APPLICATION(source));
}

static void
look_around_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    g_autoptr(GTask) task = g_task_new(user_data, NULL, on_sample, NULL);

    g_application_hold(user_data);
    g_task_set_task_data(task, g_object_ref(care_application_get_clock(user_data)), g_object_unref);
    g_task_run_in_thread(task, sample_thread);
}

static void
go_home(CareApplication *app, gpointer data)
{
    care_application_visit(app, NULL);
}

static void
leave_sample_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    care_application_reopen(user_data, go_home, NULL);
}

void
care_shop_actions_install(CareApplication *app)
{
    static const GActionEntry entries[] = {
        { "restore", restore_action, "(ss)" },
        { "look-around", look_around_action },
        { "leave-sample", leave_sample_action },
    };

    g_action_map_add_action_entries(G_ACTION_MAP(app), entries, G_N_ELEMENTS(entries), app);
}
