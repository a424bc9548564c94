/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shop-renewal.h"

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "store/file-head.h"
#include "store/store.h"
#include "store/swap.h"

#define KEY "care-renewal"

/* What is done sooner needs no words. */
#define PATIENCE_MS 300

/* Another program that does the same just now has the shop for as long as that takes, and then there is nothing to do. One
 * that has it for another reason is told of in the end. */
#define OTHERS_SECONDS 300
#define PAUSE_MS 100

typedef struct {
    GtkApplication *app;
    char *data_dir;
    CareClock *clock;
    CareRenewedFunc done;
    GtkWindow *window; /* weak; NULL: not yet, or closed */
    gboolean said;
    gboolean restoring;
    gboolean left_open; /* by whoever had the shop before */
    guint timeout;
    GError *untold; /* nullable */
} Renewal;

static void
renewal_free(gpointer data)
{
    Renewal *self = data;

    g_clear_handle_id(&self->timeout, g_source_remove);
    g_clear_weak_pointer(&self->window);
    g_clear_error(&self->untold);
    g_free(self->data_dir);
    g_object_unref(self->clock);
    g_free(self);
}

static GtkWidget *
cover_new(const char *title, const char *description)
{
    GtkWidget *view = adw_toolbar_view_new();
    GtkWidget *status = adw_status_page_new();
    g_autoptr(AdwSpinnerPaintable) spinner = adw_spinner_paintable_new(status);
    GtkWidget *bar = adw_header_bar_new();

    adw_status_page_set_paintable(ADW_STATUS_PAGE(status), GDK_PAINTABLE(spinner));
    adw_status_page_set_title(ADW_STATUS_PAGE(status), title);
    adw_status_page_set_description(ADW_STATUS_PAGE(status), description);
    adw_header_bar_set_show_title(ADW_HEADER_BAR(bar), FALSE);
    adw_toolbar_view_add_top_bar(ADW_TOOLBAR_VIEW(view), bar);
    adw_toolbar_view_set_content(ADW_TOOLBAR_VIEW(view), status);
    return view;
}

static GtkWidget *
cover_of(const Renewal *self)
{
    return self->restoring
               ? cover_new(_("Bringing the Backup to Its Place"),
                           _("A restore was interrupted and is brought to its end. The shop opens by itself "
                             "once it is ready; a large one takes a minute or two, this one time."))
               : cover_new(_("Bringing the Shop Up to Date"),
                           _("This Aftercare is newer than the one that had the shop before. The shop opens "
                             "by itself once it is ready; a large one takes a minute or two, this one time. "
                             "A copy of it as it was is kept."));
}

static void
say(Renewal *self)
{
    g_autoptr(CareContext) context = care_context_new(self->clock, NULL);
    CareWindow *window = care_window_new(self->app, context);

    self->said = TRUE;
    g_set_weak_pointer(&self->window, GTK_WINDOW(window));
    care_window_set_cover(window, cover_of(self));
    gtk_window_present(GTK_WINDOW(window));
}

static gboolean
on_patience(gpointer data)
{
    Renewal *self = data;

    self->timeout = 0;
    if (!self->window)
        say(self);
    return G_SOURCE_REMOVE;
}

/* As whoever opens the shop, and closes it. */
static gboolean
open_once(Renewal *self, GError **error)
{
    g_autoptr(CareStore) store = care_store_open(self->data_dir, self->clock, 0, error);

    if (!store)
        return FALSE;
    self->left_open = care_store_was_left_open(store);
    care_store_close(store);
    return TRUE;
}

/* The answer is the last that is done here: the shop is opened again behind it. */
static void
renew(GTask *task, gpointer app, gpointer data, GCancellable *cancellable)
{
    gint64 end = g_get_monotonic_time() + OTHERS_SECONDS * G_USEC_PER_SEC;
    g_autoptr(GError) error = NULL;

    while (!open_once(data, &error)) {
        if (!g_error_matches(error, CARE_ERROR, CARE_ERROR_BUSY) || g_get_monotonic_time() >= end) {
            g_task_return_error(task, g_steal_pointer(&error));
            return;
        }
        g_clear_error(&error);
        g_usleep(PAUSE_MS * 1000);
    }
    g_task_return_boolean(task, TRUE);
}

static void
tell(Renewal *self)
{
    GtkWindow *window = gtk_application_get_active_window(self->app);

    if (self->untold && CARE_IS_WINDOW(window))
        care_window_tell(CARE_WINDOW(window), self->untold);
}

static void
on_renewed(GObject *source, GAsyncResult *result, gpointer data)
{
    GtkApplication *app = GTK_APPLICATION(source);
    Renewal *self = g_object_steal_data(source, KEY);
    g_autoptr(GtkWindow) window = self->window ? g_object_ref(self->window) : NULL;
    gboolean wanted = window || !self->said;
    g_autoptr(GError) failure = NULL;

    g_task_propagate_boolean(G_TASK(result), &failure);
    if (window)
        gtk_window_destroy(window);
    if (wanted) {
        self->done(app, failure, self->left_open);
        tell(self);
    }
    renewal_free(self);
    g_application_release(G_APPLICATION(app));
}

gboolean
care_shop_renewal_begin(GtkApplication *app, const char *data_dir, CareClock *clock, CareRenewedFunc done)
{
    g_autofree char *path = g_build_filename(data_dir, "aftercare.db", NULL);
    gboolean restoring = care_swap_is_pending(data_dir);
    Renewal *self;
    g_autoptr(GTask) task = NULL;

    if (!restoring && !care_file_head_is_older(path))
        return FALSE;
    self = g_new0(Renewal, 1);
    self->app = app;
    self->data_dir = g_strdup(data_dir);
    self->clock = g_object_ref(clock);
    self->done = done;
    self->restoring = restoring;
    self->timeout = g_timeout_add(PATIENCE_MS, on_patience, self);
    g_object_set_data(G_OBJECT(app), KEY, self);
    g_application_hold(G_APPLICATION(app));
    task = g_task_new(app, NULL, on_renewed, NULL);
    g_task_set_task_data(task, self, NULL);
    g_task_run_in_thread(task, renew);
    return TRUE;
}

gboolean
care_shop_renewal_present(GtkApplication *app)
{
    Renewal *self = g_object_get_data(G_OBJECT(app), KEY);

    if (!self)
        return FALSE;
    if (self->window)
        gtk_window_present(self->window);
    else
        say(self);
    return TRUE;
}

gboolean
care_shop_renewal_tell_after(GtkApplication *app, const GError *error)
{
    Renewal *self = g_object_get_data(G_OBJECT(app), KEY);

    if (!self)
        return FALSE;
    g_clear_error(&self->untold);
    self->untold = g_error_copy(error);
    return TRUE;
}
