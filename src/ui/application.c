/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

#include "service/invoices/left-papers.h"
#include "service/invoices/invoice-number.h"
#include "service/jobs/default-plans.h"
#include "exchange/import/import-revert.h"
#include "ui/about-dialog.h"
#include "ui/actions.h"
#include "ui/bench-probe.h"
#include "store/draft-queue.h"
#include "store/under-way.h"
#include "ui/kit/pause.h"
#include "ui/kit/toast.h"
#include "ui/context.h"
#include "ui/daily.h"
#include "ui/first-run/first-run-page.h"
#include "ui/housekeeping.h"
#include "ui/import/import-dialog.h"
#include "ui/init.h"
#include "ui/left-words.h"
#include "ui/parts/number-question.h"
#include "ui/preferences/preferences-dialog.h"
#include "ui/settings.h"
#include "ui/shop-opening.h"
#include "ui/shop-renewal.h"
#include "ui/shortcuts-dialog.h"
#include "ui/trouble-page.h"
#include "ui/window-leave.h"

/* That a session which ends grants to what is under way. */
#define END_SECONDS 5

struct _CareApplication {
    AdwApplication parent_instance;

    char *data_dir;
    char *own_dir; /* the shop to come back to from the sample; NULL: this is it */
    char *place;   /* to begin with; NULL: the last one */
    CareClock *clock;
    CareStore *store;  /* the open shop; NULL: none */
    GListStore *files; /* handed over before there is one; NULL: none */
    gboolean ending;   /* a signal has asked for it */
    gboolean out_of_time;
};

G_DEFINE_FINAL_TYPE(CareApplication, care_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the shop in this folder"), N_("DIR") },
    { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Pretend that this is the date"), N_("YYYY-MM-DD") },
    { "place", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Begin in this place"), N_("NAME") },
    { "new-instance", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Do not join a window that is already open"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
    { NULL },
};

static GtkWindow *
window_of(CareApplication *self)
{
    return gtk_application_get_active_window(GTK_APPLICATION(self));
}

static void
about_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    adw_dialog_present(care_about_dialog_new(), GTK_WIDGET(window_of(user_data)));
}

static void
shortcuts_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    adw_dialog_present(care_shortcuts_dialog_new(), GTK_WIDGET(window_of(user_data)));
}

/* FALSE: one stays, like the questions that a customer is just answering. */
static gboolean
close_others(GtkApplication *app, CareWindow *house)
{
    g_autoptr(GList) windows = g_list_copy(gtk_application_get_windows(app));

    for (GList *l = windows; l; l = l->next)
        if (l->data != house)
            gtk_window_close(l->data);
    return g_list_length(gtk_application_get_windows(app)) <= 1;
}

static CareWindow *
house_of(GtkApplication *app)
{
    for (GList *l = gtk_application_get_windows(app); l; l = l->next)
        if (CARE_IS_WINDOW(l->data))
            return l->data;
    return NULL;
}

static void
quit_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    CareWindow *house = house_of(user_data);

    if (house && close_others(GTK_APPLICATION(user_data), house))
        care_window_leave(house);
}

/* What the shop did not take by now lies beside it until the next start. */
static void
on_out_of_time(gpointer user_data)
{
    CareApplication *self = user_data;
    g_autoptr(GError) error = NULL;

    care_pauses_end();
    if (self->store && !care_drafts_leave(self->store, &error))
        g_warning("What was typed last is lost: %s", error->message);
    self->out_of_time = TRUE;
    g_application_quit(user_data);
}

static void
end(CareApplication *self)
{
    CareWindow *house = house_of(GTK_APPLICATION(self));

    self->ending = TRUE;
    g_timeout_add_seconds_once(END_SECONDS, on_out_of_time, self);
    if (house == NULL) {
        g_application_quit(G_APPLICATION(self));
        return;
    }
    g_signal_connect_object(house, "destroy", G_CALLBACK(g_application_quit), self, G_CONNECT_SWAPPED);
    care_window_leave(house);
}

/* The session ends, or the terminal it was begun in: as by its key. What a customer is just writing in keeps nobody, nor
 * does a keyring that waits for its password. Who asks twice waits for nothing: as a kill, which loses nothing that was
 * committed. */
static gboolean
on_terminate(gpointer user_data)
{
    CareApplication *self = user_data;

    if (self->ending)
        _exit(EXIT_FAILURE);
    end(self);
    return G_SOURCE_CONTINUE;
}

static void
listen_to_signals(CareApplication *self)
{
    static const int ends[] = { SIGTERM, SIGINT, SIGHUP };

    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
        g_unix_signal_add(ends[i], on_terminate, self);
}

static char *
first_place(CareApplication *self)
{
    g_autoptr(GSettings) settings = care_settings_new();

    if (self->place)
        return g_strdup(self->place);
    return settings ? g_settings_get_string(settings, "last-place") : g_strdup("today");
}

static void
on_recovered(GObject *source, GAsyncResult *result, gpointer user_data)
{
    g_autoptr(GApplication) app = user_data;
    g_autoptr(GError) error = NULL;
    GtkWindow *window = window_of(CARE_APPLICATION(app));

    if (care_import_recover_finish(CARE_STORE(source), result, &error))
        care_left_papers_sweep(CARE_STORE(source), &error);
    if (error && window)
        care_toast_error(GTK_WIDGET(window), error);
    else if (window)
        care_toast_show(GTK_WIDGET(window), _("The import that was interrupted is taken back"));
}

/* A long import is long to take back: the window is there meanwhile, and says what goes on, or cannot. */
static void
take_back_import(CareApplication *self, CareWindow *window, CareStore *store)
{
    gboolean unfinished;

    if (!care_import_find_unfinished(store, &unfinished, NULL) || unfinished)
        care_import_recover_async(store, on_recovered, g_object_ref(self));
    if (unfinished)
        care_toast_show(GTK_WIDGET(window), _("What an interrupted import brought is being taken back…"));
}

/* Working on in a damaged file makes it worse. */
static void
on_damage(const GError *error, gpointer user_data)
{
    CareApplication *self = user_data;
    GtkWindow *window = window_of(self);

    if (CARE_IS_WINDOW(window))
        care_window_set_cover(CARE_WINDOW(window), care_trouble_page_new(error, self->data_dir));
}

/* After a restore, once it is on screen; put off, it is asked again before the first invoice. */
static void
nothing_to_do(gpointer data)
{
}

/* What a shop that opened begins with. Somebody who asked for a place knows the house. */
static void
begin(CareApplication *self, CareWindow *window, CareContext *context)
{
    CareStore *store = care_context_get_store(context);

    if (!self->place && !self->own_dir && care_first_run_is_due(store))
        care_window_set_cover(window, care_first_run_page_new(context));
    care_window_set_sample(window, self->own_dir != NULL);
    care_daily_begin(window, self->own_dir == NULL); /* the sample is not worth one */
    take_back_import(self, window, store);
    care_housekeeping_begin(store);
    care_housekeeping_look(store, on_damage, G_OBJECT(self));
    if (care_invoice_number_needs_last(care_store_reader(store)))
        care_number_question_ask(GTK_WIDGET(window), context, nothing_to_do, G_OBJECT(window));
}

/* A shop that does not open still gets its window, with a page that says why and what to do; failure, nullable, is known.
 * left_open: it was, though it does not look so any more. */
static GtkWindow *
open_shop(CareApplication *self, const GError *failure, gboolean left_open)
{
    g_autoptr(GError) error = failure ? g_error_copy(failure) : NULL;
    g_autoptr(CareStore) store
        = failure ? NULL : care_shop_opening_begin(self->data_dir, self->clock, &error);
    g_autoptr(CareContext) context = care_context_new(self->clock, store);
    CareWindow *window = care_window_new(GTK_APPLICATION(self), context);
    g_autofree char *place = first_place(self);

    g_set_object(&self->store, store);
    if (store && left_open)
        care_store_note_left_open(store);
    if (!store)
        care_window_set_cover(window, care_trouble_page_new(error, self->data_dir));
    else if (!care_window_show_place(window, place))
        care_window_show_place(window, "today");
    /* elsewhere it would say whom the owner is with (Ctrl+N) before anybody has chosen */
    if (g_strcmp0(care_window_get_place(window), "today") == 0)
        care_window_enter_place(window);
    if (store) {
        care_shop_settle(store, window);
        care_default_plans_add_async(store);
        care_window_prepare_today(window);
        begin(self, window, context);
    }
    care_window_offer_draft(window);
    care_left_words_take(window);
    care_bench_probe_attach(window);
    return GTK_WINDOW(window);
}

static void
bring_files(CareApplication *self)
{
    GtkWindow *window = window_of(self);
    g_autoptr(GListStore) files = NULL;

    if (!self->files || !CARE_IS_WINDOW(window) || !self->store)
        return;
    files = g_steal_pointer(&self->files);
    care_window_set_cover(CARE_WINDOW(window), NULL);
    care_import_dialog_open(
        care_import_dialog_present(GTK_WIDGET(window), care_window_get_context(CARE_WINDOW(window))),
        G_LIST_MODEL(files));
}

/* Files handed over by the file manager or the command line are customers to bring, once there is a shop for them. */
static void
care_application_open(GApplication *app, GFile **files, int n_files, const char *hint)
{
    CareApplication *self = CARE_APPLICATION(app);

    g_application_activate(app);
    if (!self->files)
        self->files = g_list_store_new(G_TYPE_FILE);
    for (int i = 0; i < n_files; i++)
        g_list_store_append(self->files, files[i]);
    if (!care_shop_renewal_present(GTK_APPLICATION(app)))
        bring_files(self);
}

static void
on_renewed(GtkApplication *app, const GError *failure, gboolean left_open)
{
    gtk_window_present(open_shop(CARE_APPLICATION(app), failure, left_open));
    bring_files(CARE_APPLICATION(app));
}

static void
care_application_activate(GApplication *app)
{
    CareApplication *self = CARE_APPLICATION(app);
    GtkWindow *window = window_of(self);

    if (care_shop_renewal_present(GTK_APPLICATION(app)))
        return;
    if (!window && !self->store
        && care_shop_renewal_begin(GTK_APPLICATION(app), self->data_dir, self->clock, on_renewed))
        return;
    gtk_window_present(window ? window : open_shop(self, NULL, FALSE));
    bring_files(self);
}

/* Closes the shop and its window; func, if any, does what needs a closed shop; then everything from the start. */
void
care_application_reopen(CareApplication *self, CareReopenFunc func, gpointer user_data)
{
    GtkWindow *window = window_of(self);

    g_application_hold(G_APPLICATION(self));
    if (self->store && care_store_is_replaced(self->store))
        care_pauses_end(); /* what is typed just now goes beside the shop */
    if (window)
        gtk_window_destroy(window);
    if (self->store) {
        care_drafts_leave_replaced(self->store);
        care_store_close(self->store);
    }
    g_clear_object(&self->store);
    if (func)
        func(self, user_data);
    g_application_activate(G_APPLICATION(self));
    g_application_release(G_APPLICATION(self));
}

static void
open_again_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    care_application_reopen(user_data, NULL, NULL);
}

static void
preferences_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    GtkWindow *window = window_of(user_data);

    if (CARE_IS_WINDOW(window) && care_context_get_store(care_window_get_context(CARE_WINDOW(window))))
        care_preferences_dialog_present(GTK_WIDGET(window), care_window_get_context(CARE_WINDOW(window)),
                                        NULL);
}

/* Transfer none. */
const char *
care_application_get_data_dir(CareApplication *self)
{
    return self->data_dir;
}

CareClock *
care_application_get_clock(CareApplication *self)
{
    return self->clock;
}

/* Goes to another folder for a while, or (NULL) back; the shop must be closed. */
void
care_application_visit(CareApplication *self, const char *data_dir)
{
    if (data_dir) {
        if (!self->own_dir)
            self->own_dir = g_strdup(self->data_dir);
        g_set_str(&self->data_dir, data_dir);
    } else if (self->own_dir) {
        g_free(self->data_dir);
        self->data_dir = g_steal_pointer(&self->own_dir);
    }
}

static const GActionEntry app_actions[] = {
    { "about", about_action },           { "shortcuts", shortcuts_action },     { "quit", quit_action },
    { "open-again", open_again_action }, { "preferences", preferences_action },
};

static void
care_application_startup(GApplication *app)
{
    CareApplication *self = CARE_APPLICATION(app);

    care_ui_init();
    G_APPLICATION_CLASS(care_application_parent_class)->startup(app);
    care_ui_follow(gdk_display_get_default());

    if (!self->clock)
        self->clock = care_clock_new_system();
    if (!self->data_dir)
        self->data_dir = g_build_filename(g_get_user_data_dir(), "aftercare", NULL);
    g_action_map_add_action_entries(G_ACTION_MAP(self), app_actions, G_N_ELEMENTS(app_actions), self);
    care_actions_install_accels(GTK_APPLICATION(self));
    listen_to_signals(self);
}

/* Exit status 2 is what the command line promises for wrong use. */
static int
care_application_handle_local_options(GApplication *app, GVariantDict *dict)
{
    CareApplication *self = CARE_APPLICATION(app);
    const char *today = NULL;

    if (g_variant_dict_contains(dict, "version")) {
        g_print("aftercare %s\n", CARE_VERSION);
        return 0;
    }
    if (g_variant_dict_lookup(dict, "today", "&s", &today)) {
        CareDate date;

        if (!care_date_parse_full(today, &date) || !care_date_can_be_today(date)) {
            g_printerr(_("“%s” is not a date like 2026-11-24.\n"), today);
            return 2;
        }
        self->clock = care_clock_new_fixed(date);
    }
    g_variant_dict_lookup(dict, "data-dir", "^ay", &self->data_dir);
    g_variant_dict_lookup(dict, "place", "s", &self->place);

    /* A window that is already open may belong to another shop, or to another day. */
    if (self->data_dir || self->clock || g_variant_dict_contains(dict, "new-instance"))
        g_application_set_flags(app, g_application_get_flags(app) | G_APPLICATION_NON_UNIQUE);
    return -1;
}

/* Work in the background may still hold the shop: what was written before is waited for all the same. */
static void
care_application_shutdown(GApplication *app)
{
    CareApplication *self = CARE_APPLICATION(app);

    /* a session that ends asks nobody */
    care_pauses_end();
    if (self->store)
        care_drafts_write_again(self->store);
    while (self->store && !self->out_of_time && care_under_way_any(self->store))
        g_main_context_iteration(NULL, TRUE);
    G_APPLICATION_CLASS(care_application_parent_class)->shutdown(app);
    if (self->store)
        care_store_close(self->store);
    g_clear_object(&self->store);
}

static void
care_application_finalize(GObject *object)
{
    CareApplication *self = CARE_APPLICATION(object);

    g_clear_object(&self->clock);
    g_clear_object(&self->files);
    g_clear_pointer(&self->data_dir, g_free);
    g_clear_pointer(&self->own_dir, g_free);
    g_clear_pointer(&self->place, g_free);
    G_OBJECT_CLASS(care_application_parent_class)->finalize(object);
}

static void
care_application_class_init(CareApplicationClass *klass)
{
    GApplicationClass *app_class = G_APPLICATION_CLASS(klass);

    G_OBJECT_CLASS(klass)->finalize = care_application_finalize;
    app_class->activate = care_application_activate;
    app_class->open = care_application_open;
    app_class->startup = care_application_startup;
    app_class->shutdown = care_application_shutdown;
    app_class->handle_local_options = care_application_handle_local_options;
}

static void
care_application_init(CareApplication *self)
{
    g_application_add_main_option_entries(G_APPLICATION(self), options);
}

CareApplication *
care_application_new(void)
{
    return g_object_new(CARE_TYPE_APPLICATION, "application-id", CARE_APPLICATION_ID, "flags",
                        G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/com/example/Aftercare", NULL);
}
