/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of keys against the window and the application that answer them. */

#include "display.h"

#include "ui/actions.h"
#include "ui/application.h"
#include "ui/kit/question.h"
#include "ui/places.h"
#include "ui/shortcuts-dialog.h"
#include "ui/window.h"

static gboolean
window_has(GtkWidgetClass *klass, const char *name)
{
    const char *action_name, *property;
    const GVariantType *parameter;
    GType owner;

    for (guint i = 0; gtk_widget_class_query_action(klass, i, &owner, &action_name, &parameter, &property);
         i++)
        if (g_str_equal(action_name, name))
            return TRUE;
    return FALSE;
}

static void
test_answered(gconstpointer data)
{
    const CareActionInfo *info = data;
    g_autoptr(GTypeClass) window_class = g_type_class_ref(CARE_TYPE_WINDOW);
    GApplication *app = g_application_get_default();
    g_autofree char *name = g_strdup(info->name);
    char *target = strstr(name, "::");
    gboolean answered;

    if (target)
        *target = '\0';
    if (g_str_has_prefix(name, "app."))
        answered = g_action_map_lookup_action(G_ACTION_MAP(app), name + 4) != NULL;
    else
        answered = window_has(GTK_WIDGET_CLASS(window_class), name);
    g_assert_true(answered);
    if (target && g_str_equal(name, "win.place"))
        g_assert_nonnull(care_places_find(target + 2));
}

static void
test_accels_unique(void)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const CareActionInfo *actions;
    guint n;

    actions = care_actions_get(&n);
    for (guint i = 0; i < n; i++) {
        for (guint a = 0; a < G_N_ELEMENTS(actions[i].accels) && actions[i].accels[a]; a++) {
            GdkModifierType modifiers;
            guint key;

            g_assert_true(gtk_accelerator_parse(actions[i].accels[a], &key, &modifiers));
            g_assert_true(g_hash_table_add(seen, gtk_accelerator_name(key, modifiers)));
        }
    }
    g_assert_cmpuint(g_hash_table_size(seen), >, 10);
}

/* Ctrl+1 is the first place, and so on; no place without its number. */
static void
test_places_numbered(void)
{
    const CareActionInfo *actions;
    const CarePlaceInfo *places;
    guint n, n_places, found = 0;

    actions = care_actions_get(&n);
    places = care_places_get(&n_places);
    for (guint p = 0; p < n_places; p++) {
        g_autofree char *name = g_strconcat("win.place::", places[p].id, NULL);
        g_autofree char *accel = g_strdup_printf("<Control>%u", p + 1);

        for (guint i = 0; i < n; i++) {
            if (g_strcmp0(actions[i].name, name) != 0)
                continue;
            g_assert_cmpstr(actions[i].accels[0], ==, accel);
            g_assert_cmpstr(actions[i].label, ==, places[p].title);
            found++;
        }
    }
    g_assert_cmpuint(found, ==, n_places);
}

static void
test_place_icons(void)
{
    GtkIconTheme *theme = gtk_icon_theme_get_for_display(gdk_display_get_default());
    const CarePlaceInfo *places;
    guint n;

    places = care_places_get(&n);
    for (guint i = 0; i < n; i++)
        g_assert_true(gtk_icon_theme_has_icon(theme, places[i].icon_name));
}

static void
test_kinds(void)
{
    g_assert_cmpstr(care_places_for_kind("customer")->id, ==, "customers");
    g_assert_cmpstr(care_places_for_kind("device")->id, ==, "customers");
    g_assert_cmpstr(care_places_for_kind("complaint")->id, ==, "feedback");
    g_assert_cmpstr(care_places_for_kind("document")->id, ==, "customers");
    g_assert_null(care_places_for_kind("staff"));
    g_assert_null(care_places_for_kind(NULL)); /* of a key that is empty */
    g_assert_null(care_places_for_kind("dragon"));
    g_assert_null(care_places_for_kind(""));
}

static void
test_window_places(void)
{
    g_autoptr(CareContext) context = test_context_new();
    CareWindow *window = care_window_new(NULL, context);
    const CarePlaceInfo *places;
    guint n;

    places = care_places_get(&n);
    g_assert_null(care_window_get_place(window));
    for (guint i = 0; i < n; i++) {
        g_assert_true(care_window_show_place(window, places[i].id));
        g_assert_cmpstr(care_window_get_place(window), ==, places[i].id);
    }
    g_assert_false(care_window_show_place(window, "cellar"));
    g_assert_cmpstr(care_window_get_place(window), ==, places[n - 1].id);
    gtk_window_destroy(GTK_WINDOW(window));
}

static void
run_for(gint64 microseconds)
{
    gint64 end = g_get_monotonic_time() + microseconds;

    while (g_get_monotonic_time() < end)
        g_main_context_iteration(NULL, FALSE);
}

/* Its heading is measured with the letters of somebody who has them twice as large. */
static void
test_large_question(void)
{
    g_autoptr(CareContext) context = test_context_new();
    CareWindow *window = care_window_new(NULL, context);
    GtkSettings *settings = gtk_settings_get_default();
    AdwDialog *question = ADW_DIALOG(care_question_new("Issue This Invoice?", "It is final.", "_Issue"));
    int dpi;

    g_object_get(settings, "gtk-xft-dpi", &dpi, NULL);
    g_object_set(settings, "gtk-xft-dpi", 192 * 1024, NULL);
    gtk_window_present(GTK_WINDOW(window));
    adw_dialog_present(question, GTK_WIDGET(window));
    run_for(G_USEC_PER_SEC / 2);
    g_assert_true(gtk_widget_get_mapped(GTK_WIDGET(question)));
    g_object_set(settings, "gtk-xft-dpi", dpi, NULL);
    gtk_window_destroy(GTK_WINDOW(window));
}

/* The menu may be open over a dialog that comes a moment after it was asked for. */
static void
test_menu_dialogs_once(void)
{
    static const char *const actions[] = { "win.recently-deleted", "win.import", "win.export" };
    g_autoptr(CareContext) context = test_context_new();
    CareWindow *window = care_window_new(NULL, context);

    gtk_window_present(GTK_WINDOW(window));
    for (guint i = 0; i < G_N_ELEMENTS(actions); i++) {
        g_autoptr(GListModel) dialogs = adw_application_window_get_dialogs(ADW_APPLICATION_WINDOW(window));

        for (guint n = 0; n < 3; n++) {
            g_assert_true(gtk_widget_activate_action(GTK_WIDGET(window), actions[i], NULL));
            run_for(G_USEC_PER_SEC / 5);
        }
        g_assert_cmpuint(g_list_model_get_n_items(dialogs), ==, 1);
        adw_dialog_force_close(adw_application_window_get_visible_dialog(ADW_APPLICATION_WINDOW(window)));
        run_for(G_USEC_PER_SEC / 2);
    }
    gtk_window_destroy(GTK_WINDOW(window));
}

static gboolean
says(GtkWidget *widget, const char *words)
{
    if (GTK_IS_LABEL(widget) && g_str_equal(gtk_label_get_text(GTK_LABEL(widget)), words))
        return TRUE;
    for (GtkWidget *child = gtk_widget_get_first_child(widget); child;
         child = gtk_widget_get_next_sibling(child))
        if (says(child, words))
            return TRUE;
    return FALSE;
}

/* Also the keys that no table of the window answers. */
static void
test_told(void)
{
    g_autoptr(AdwDialog) dialog = g_object_ref_sink(care_shortcuts_dialog_new());

    g_assert_true(says(adw_dialog_get_child(dialog), "Print the Invoice"));
    g_assert_true(says(adw_dialog_get_child(dialog), "While You Write"));
    g_assert_true(says(adw_dialog_get_child(dialog), "Save"));
    g_assert_true(says(adw_dialog_get_child(dialog), "Find in This List, or Anything"));
}

static void
test_labels(void)
{
    const CareActionInfo with_all = { "win.x", { NULL }, "_Import…", CARE_ACTIONS_GENERAL, 1 };
    g_autofree char *label = care_action_info_label(&with_all);

    g_assert_cmpstr(label, ==, "Import");
}

int
main(int argc, char **argv)
{
    g_autoptr(CareApplication) app = NULL;
    const CareActionInfo *actions;
    guint n;

    if (!test_display_init(&argc, &argv))
        return 0;
    app = care_application_new();
    g_application_set_flags(G_APPLICATION(app), G_APPLICATION_NON_UNIQUE);
    g_assert_true(g_application_register(G_APPLICATION(app), NULL, NULL));
    g_application_set_default(G_APPLICATION(app));
    actions = care_actions_get(&n);
    for (guint i = 0; i < n; i++) {
        g_autofree char *path = g_strconcat("/ui/actions/answered/", actions[i].name, NULL);

        if (!actions[i].name)
            continue;
        g_test_add_data_func(path, &actions[i], test_answered);
    }
    g_test_add_func("/ui/actions/accels-unique", test_accels_unique);
    g_test_add_func("/ui/actions/places-numbered", test_places_numbered);
    g_test_add_func("/ui/actions/told", test_told);
    g_test_add_func("/ui/actions/labels", test_labels);
    g_test_add_func("/ui/places/icons", test_place_icons);
    g_test_add_func("/ui/places/kinds", test_kinds);
    g_test_add_func("/ui/window/places", test_window_places);
    g_test_add_func("/ui/window/large-question", test_large_question);
    g_test_add_func("/ui/window/menu-dialogs-once", test_menu_dialogs_once);
    return g_test_run();
}
