/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/application.h"

#include <glib/gi18n-lib.h>

#include "service/default-plans.h"
#include "ui/actions.h"
#include "ui/bench-probe.h"
#include "ui/context.h"
#include "ui/init.h"
#include "ui/settings.h"
#include "ui/shortcuts-dialog.h"
#include "ui/trouble-page.h"
#include "ui/window.h"

struct _CareApplication {
    AdwApplication parent_instance;

    char *data_dir;
    char *place; /* to begin with; NULL: the last one */
    CareClock *clock;
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
    AdwDialog *dialog = adw_about_dialog_new();
    AdwAboutDialog *about = ADW_ABOUT_DIALOG(dialog);

    adw_about_dialog_set_application_name(about, _("Aftercare"));
    adw_about_dialog_set_application_icon(about, CARE_APPLICATION_ID);
    adw_about_dialog_set_version(about, CARE_VERSION);
    adw_about_dialog_set_developer_name(about, _("The Aftercare authors"));
    adw_about_dialog_set_copyright(about, _("© 2026 The Aftercare authors"));
    adw_about_dialog_set_license_type(about, GTK_LICENSE_GPL_3_0);
    adw_about_dialog_set_comments(about,
                                  _("Keep the promises your shop makes after the sale. Everything stays on "
                                    "this computer; nothing is sent unless you send it."));
    adw_about_dialog_set_translator_credits(about, _("translator-credits"));
    adw_dialog_present(dialog, GTK_WIDGET(window_of(user_data)));
}

static void
shortcuts_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    adw_dialog_present(care_shortcuts_dialog_new(), GTK_WIDGET(window_of(user_data)));
}

/* Each window is closed as by its button, so that it keeps its size and drafts. */
static void
quit_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    g_autoptr(GList) windows = g_list_copy(gtk_application_get_windows(GTK_APPLICATION(user_data)));

    for (GList *l = windows; l; l = l->next)
        gtk_window_close(l->data);
}

static char *
first_place(CareApplication *self)
{
    g_autoptr(GSettings) settings = care_settings_new();

    if (self->place)
        return g_strdup(self->place);
    return settings ? g_settings_get_string(settings, "last-place") : g_strdup("today");
}

/* A shop that does not open still gets its window, with a page that says why and what to do. */
static GtkWindow *
open_shop(CareApplication *self)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CareStore) store = care_store_open(self->data_dir, self->clock, CARE_STORE_WATCH, &error);
    g_autoptr(CareContext) context = care_context_new(self->clock, store);
    CareWindow *window = care_window_new(GTK_APPLICATION(self), context);
    g_autofree char *place = first_place(self);

    if (!store)
        care_window_set_cover(window, care_trouble_page_new(error, self->data_dir));
    else if (!care_window_show_place(window, place))
        care_window_show_place(window, "today");
    if (store) {
        care_default_plans_add_async(store);
        care_window_prepare_today(window);
    }
    care_window_offer_draft(window);
    care_bench_probe_attach(window);
    return GTK_WINDOW(window);
}

static void
care_application_activate(GApplication *app)
{
    GtkWindow *window = window_of(CARE_APPLICATION(app));

    gtk_window_present(window ? window : open_shop(CARE_APPLICATION(app)));
}

/* After trouble was mended: everything from the start. */
static void
open_again_action(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    GtkWindow *window = window_of(user_data);

    g_application_hold(user_data);
    if (window)
        gtk_window_destroy(window);
    g_application_activate(user_data);
    g_application_release(user_data);
}

static const GActionEntry app_actions[] = {
    { "about", about_action },
    { "shortcuts", shortcuts_action },
    { "quit", quit_action },
    { "open-again", open_again_action },
};

static void
care_application_startup(GApplication *app)
{
    CareApplication *self = CARE_APPLICATION(app);

    care_ui_init();
    G_APPLICATION_CLASS(care_application_parent_class)->startup(app);

    if (!self->clock)
        self->clock = care_clock_new_system();
    if (!self->data_dir)
        self->data_dir = g_build_filename(g_get_user_data_dir(), "aftercare", NULL);
    g_action_map_add_action_entries(G_ACTION_MAP(self), app_actions, G_N_ELEMENTS(app_actions), self);
    care_actions_install_accels(GTK_APPLICATION(self));
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

        if (!care_date_parse_full(today, &date)) {
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

static void
care_application_finalize(GObject *object)
{
    CareApplication *self = CARE_APPLICATION(object);

    g_clear_object(&self->clock);
    g_clear_pointer(&self->data_dir, g_free);
    g_clear_pointer(&self->place, g_free);
    G_OBJECT_CLASS(care_application_parent_class)->finalize(object);
}

static void
care_application_class_init(CareApplicationClass *klass)
{
    GApplicationClass *app_class = G_APPLICATION_CLASS(klass);

    G_OBJECT_CLASS(klass)->finalize = care_application_finalize;
    app_class->activate = care_application_activate;
    app_class->startup = care_application_startup;
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
    return g_object_new(CARE_TYPE_APPLICATION, "application-id", CARE_APPLICATION_ID, "resource-base-path",
                        "/com/example/Aftercare", NULL);
}
