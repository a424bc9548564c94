/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The search over the window: what was found opens once, and never after somebody has left. */

#include "display.h"

#include "common/records.h"
#include "model/customer.h"
#include "ui/search/search-dialog.h"

typedef struct {
    CareContext *context;
    GtkWidget *window;
    guint opened;
} Fixture;

static void
on_open(GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
    ((Fixture *)user_data)->opened++;
}

static void
set_up(Fixture *f, gconstpointer data)
{
    static const GActionEntry entries[] = { { "open", on_open, "(sx)", NULL, NULL } };
    g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new();
    g_autoptr(CareRecord) customer = CARE_RECORD(care_customer_new());
    g_autoptr(GError) error = NULL;

    f->context = test_context_new();
    care_record_set_text(customer, CARE_CUSTOMER_NAME, "Bea Koch");
    care_test_store_save(care_context_get_store(f->context), customer, &error);
    g_assert_no_error(error);
    f->window = adw_window_new();
    adw_window_set_content(ADW_WINDOW(f->window), gtk_label_new(NULL));
    g_action_map_add_action_entries(G_ACTION_MAP(actions), entries, G_N_ELEMENTS(entries), f);
    gtk_widget_insert_action_group(f->window, "win", G_ACTION_GROUP(actions));
    gtk_window_present(GTK_WINDOW(f->window));
}

static void
tear_down(Fixture *f, gconstpointer data)
{
    gtk_window_destroy(GTK_WINDOW(f->window));
    test_settle();
    g_object_unref(f->context);
}

static GtkWidget *
entry_below(GtkWidget *root)
{
    GtkWidget *found = GTK_IS_SEARCH_ENTRY(root) ? root : NULL;

    for (GtkWidget *child = gtk_widget_get_first_child(root); child && !found;
         child = gtk_widget_get_next_sibling(child))
        found = entry_below(child);
    return found;
}

/* Opens the search and types; the answer is under way and has not come. */
static GtkWidget *
search_for(Fixture *f, const char *text)
{
    GtkWidget *dialog, *entry;

    care_search_dialog_present(f->context, NULL, f->window);
    test_settle();
    dialog = GTK_WIDGET(adw_window_get_visible_dialog(ADW_WINDOW(f->window)));
    entry = entry_below(dialog);
    gtk_editable_set_text(GTK_EDITABLE(entry), text);
    g_signal_emit_by_name(entry, "changed");
    return entry;
}

static void
let_it_come(void)
{
    for (int i = 0; i < 100; i++) {
        test_settle();
        g_usleep(2000);
    }
}

/* A letter typed while a dialog opens, as its first controller of keys hears it. */
static gboolean
type_in_dialog(GtkWidget *dialog, guint letter)
{
    g_autoptr(GListModel) controllers = gtk_widget_observe_controllers(dialog);
    gboolean taken = FALSE;

    for (guint i = 0; i < g_list_model_get_n_items(controllers) && !taken; i++) {
        g_autoptr(GtkEventController) keys = g_list_model_get_item(controllers, i);

        if (GTK_IS_EVENT_CONTROLLER_KEY(keys)
            && gtk_event_controller_get_propagation_phase(keys) == GTK_PHASE_CAPTURE)
            g_signal_emit_by_name(keys, "key-pressed", letter, 0, 0, &taken);
    }
    return taken;
}

static void
test_typed_meanwhile(Fixture *f, gconstpointer data)
{
    GtkWidget *dialog, *entry;

    care_search_dialog_present(f->context, NULL, f->window);
    dialog = GTK_WIDGET(adw_window_get_visible_dialog(ADW_WINDOW(f->window)));
    entry = entry_below(dialog);
    g_assert_true(type_in_dialog(dialog, GDK_KEY_o));
    while (!gtk_widget_get_mapped(entry))
        g_main_context_iteration(NULL, TRUE);
    gtk_window_set_focus(GTK_WINDOW(f->window), NULL); /* a dialog that opens may do it */
    g_assert_true(type_in_dialog(dialog, GDK_KEY_l));
    g_assert_true(type_in_dialog(dialog, GDK_KEY_d));
    gtk_widget_grab_focus(entry); /* which selects what is there */
    g_assert_false(gtk_editable_get_selection_bounds(GTK_EDITABLE(entry), NULL, NULL));
    g_assert_cmpstr(gtk_editable_get_text(GTK_EDITABLE(entry)), ==, "old");
    g_assert_cmpint(gtk_editable_get_position(GTK_EDITABLE(entry)), ==, 3);
    test_settle();
    g_assert_false(type_in_dialog(dialog, GDK_KEY_x));
}

static void
test_late(Fixture *f, gconstpointer data)
{
    GtkWidget *entry = search_for(f, "koch");

    g_signal_emit_by_name(entry, "activate");
    g_signal_emit_by_name(entry, "stop-search");
    let_it_come();
    g_assert_cmpuint(f->opened, ==, 0);
    g_assert_null(adw_window_get_visible_dialog(ADW_WINDOW(f->window)));
}

static void
test_closed(Fixture *f, gconstpointer data)
{
    GtkWidget *entry = search_for(f, "koch");

    g_signal_emit_by_name(entry, "activate");
    adw_dialog_close(adw_window_get_visible_dialog(ADW_WINDOW(f->window)));
    let_it_come();
    g_assert_cmpuint(f->opened, ==, 0);
}

static void
test_early(Fixture *f, gconstpointer data)
{
    GtkWidget *entry = search_for(f, "koch");

    g_signal_emit_by_name(entry, "activate");
    let_it_come();
    g_assert_cmpuint(f->opened, ==, 1);
}

static void
test_twice(Fixture *f, gconstpointer data)
{
    GtkWidget *entry = search_for(f, "koch");

    let_it_come();
    g_object_ref(entry);
    g_signal_emit_by_name(entry, "activate");
    g_signal_emit_by_name(entry, "activate");
    g_object_unref(entry);
    let_it_come();
    g_assert_cmpuint(f->opened, ==, 1);
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add("/search/typed-meanwhile", Fixture, NULL, set_up, test_typed_meanwhile, tear_down);
    g_test_add("/search/left-before-the-answer", Fixture, NULL, set_up, test_late, tear_down);
    g_test_add("/search/closed-before-the-answer", Fixture, NULL, set_up, test_closed, tear_down);
    g_test_add("/search/entered-before-the-answer", Fixture, NULL, set_up, test_early, tear_down);
    g_test_add("/search/entered-twice", Fixture, NULL, set_up, test_twice, tear_down);
    return g_test_run();
}
