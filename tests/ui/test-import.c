/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The import dialog and the preferences over a real shop. */

#include "display.h"

#include <glib/gstdio.h>

#include "common/records.h"
#include "exchange/import/csv-headers.h"
#include "exchange/import/encoding.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "ui/first-run/first-run-page.h"
#include "ui/import/import-dialog.h"
#include "ui/import/report-group.h"
#include "ui/kit/toast.h"
#include "ui/preferences/setting-row.h"

typedef struct {
    CareContext *context;
    GtkWidget *window;
    CareImportDialog *dialog;
} Fixture;

static void
set_up(Fixture *self, gconstpointer data)
{
    self->context = test_context_new();
    self->window = adw_window_new();
    gtk_window_present(GTK_WINDOW(self->window));
    self->dialog = g_object_ref(care_import_dialog_present(self->window, self->context));
}

static void
tear_down(Fixture *self, gconstpointer data)
{
    g_object_unref(self->dialog);
    gtk_window_destroy(GTK_WINDOW(self->window));
    test_settle();
    g_object_unref(self->context);
}

static void
open_named(Fixture *self, const char *name, const char *text)
{
    g_autoptr(GListStore) files = g_list_store_new(G_TYPE_FILE);
    g_autofree char *path = g_build_filename(care_context_get_data_dir(self->context), name, NULL);
    g_autoptr(GFile) file = g_file_new_for_path(path);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_list_store_append(files, file);
    care_import_dialog_open(self->dialog, G_LIST_MODEL(files));
}

static void
open_text(Fixture *self, const char *text)
{
    open_named(self, "contacts.csv", text);
}

static void
wait_for_page(Fixture *self, const char *page)
{
    while (!g_str_equal(care_import_dialog_page(self->dialog), page))
        g_main_context_iteration(NULL, TRUE);
}

static gint64
count(Fixture *self)
{
    return care_connection_int(care_store_reader(care_context_get_store(self->context)),
                               "SELECT count(*) FROM customer", -1);
}

static GtkWidget *
find_by_title(GtkWidget *root, const char *title)
{
    if (ADW_IS_PREFERENCES_ROW(root)
        && g_strcmp0(adw_preferences_row_get_title(ADW_PREFERENCES_ROW(root)), title) == 0)
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = find_by_title(c, title);

        if (found)
            return found;
    }
    return NULL;
}

static void
test_run_and_revert(Fixture *self, gconstpointer data)
{
    g_assert_cmpstr(care_import_dialog_page(self->dialog), ==, "choose");
    open_text(self, "Name,Phone\nAnn One,030 1111111\nBob Two,030 2222222\n,\n");
    g_assert_cmpstr(care_import_dialog_page(self->dialog), ==, "preview");
    g_assert_nonnull(find_by_title(GTK_WIDGET(self->dialog), "Ann One"));
    g_assert_nonnull(find_by_title(GTK_WIDGET(self->dialog), "Phone"));
    g_assert_cmpint(count(self), ==, 0);
    care_import_dialog_start(self->dialog);
    wait_for_page(self, "report");
    g_assert_cmpint(count(self), ==, 2);
    g_assert_nonnull(find_by_title(GTK_WIDGET(self->dialog), "Bob Two"));
    test_let_undo_end();
    /* three rows: half a window would be empty */
    g_assert_cmpint(adw_dialog_get_content_height(ADW_DIALOG(self->dialog)), <, 600);
    care_import_dialog_revert(self->dialog);
    while (count(self) > 0)
        g_main_context_iteration(NULL, TRUE);
}

static gboolean
has_label(GtkWidget *root, const char *text)
{
    if (GTK_IS_LABEL(root) && strcmp(gtk_label_get_text(GTK_LABEL(root)), text) == 0)
        return TRUE;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c))
        if (has_label(c, text))
            return TRUE;
    return FALSE;
}

static void
assert_told(Fixture *self, const char *text, const char *sentences)
{
    open_text(self, text);
    care_import_dialog_start(self->dialog);
    wait_for_page(self, "report");
    test_settle();
    g_assert_true(has_label(GTK_WIDGET(self->dialog), sentences));
}

/* Whoever stands in the file twice was not in the shop before. */
static void
test_twice(Fixture *self, gconstpointer data)
{
    assert_told(self, "Name,Phone\nAnn One,030 1111111\nAnn One,030 1111111\nBob Two,030 2222222\n",
                "2 are new. 1 was merged with another of this import.");
}

static void
test_known(Fixture *self, gconstpointer data)
{
    CareStore *store = care_context_get_store(self->context);

    g_autoptr(CareRecord) ann = CARE_RECORD(care_customer_new());

    care_record_set_text(ann, CARE_CUSTOMER_NAME, "Ann One");
    care_record_set_text(care_record_list_add(ann, CARE_CUSTOMER_PHONES), CARE_CUSTOMER_PHONE_NUMBER,
                         "030 1111111");
    g_assert_true(care_test_store_save(store, ann, NULL));
    assert_told(self, "Name,Phone\nAnn One,030 1111111\n",
                "1 was merged with a customer who was here already.");
}

/* Whether the report, as it is seen weeks later, has such a row at first. */
static gboolean
shows_later(Fixture *self, const char *title)
{
    CareStore *store = care_context_get_store(self->context);
    g_autoptr(GtkWidget) group = g_object_ref_sink(care_report_group_new());

    care_report_group_show(CARE_REPORT_GROUP(group), store,
                           care_connection_int(care_store_reader(store), "SELECT max(id) FROM import", 0),
                           NULL, NULL);
    return find_by_title(group, title) != NULL;
}

/* What needs a look, or all of it where nothing does. */
static void
test_seen_later(Fixture *self, gconstpointer refused)
{
    g_autofree char *text = g_strconcat("Name,Phone\nAnn One,030 1111111\n", refused, NULL);

    open_text(self, text);
    care_import_dialog_start(self->dialog);
    wait_for_page(self, "report");
    g_assert_true(shows_later(self, "Ann One") == (refused == NULL));
    g_assert_false(shows_later(self, "Nothing needs a look"));
}

/* All of another program's file is one line: what is refused is told apart by what it is. */
static void
test_one_line(Fixture *self, gconstpointer data)
{
    static const char *const rows[][2] = { { "Bell", "Gift · What it names" },
                                           { "Feedback", "Feedback 9 · " },
                                           { "Feedback · 11", "“Would Recommend" } };

    open_named(self, "export.json",
               "{\"aftercare\":1,\"schema\":4,\"feedback\":[{\"id\":\"9\"},{\"id\":\"11\",\"score\":\"x\"}],"
               "\"gift\":[{\"id\":\"8\",\"name\":\"Bell\",\"customer\":\"99\",\"state\":\"idea\"}]}");
    care_import_dialog_start(self->dialog);
    wait_for_page(self, "report");
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        GtkWidget *row = find_by_title(GTK_WIDGET(self->dialog), rows[i][0]);

        g_assert_true(g_str_has_prefix(adw_action_row_get_subtitle(ADW_ACTION_ROW(row)), rows[i][1]));
    }
}

/* The columns that were guessed are shown; a changed one is taken. */
static void
test_mapping(Fixture *self, gconstpointer data)
{
    GtkWidget *row;

    open_text(self, "Name,Oddity\nAnn One,blue\n");
    row = find_by_title(GTK_WIDGET(self->dialog), "Oddity");
    g_assert_true(ADW_IS_COMBO_ROW(row));
    g_assert_cmpuint(adw_combo_row_get_selected(ADW_COMBO_ROW(row)), ==, CARE_CONTACT_FIELD_NONE);
    adw_combo_row_set_selected(ADW_COMBO_ROW(row), CARE_CONTACT_FIELD_TAG);
    care_import_dialog_start(self->dialog);
    wait_for_page(self, "report");
    g_assert_cmpint(care_connection_int(care_store_reader(care_context_get_store(self->context)),
                                        "SELECT count(*) FROM customer_tag WHERE tag = 'blue'", -1),
                    ==, 1);
}

/* Escape throws nothing away that was put right by hand. */
static void
test_left(Fixture *self, gconstpointer data)
{
    GtkWidget *overlay = adw_toast_overlay_new();
    GtkWidget *row;

    adw_window_set_content(ADW_WINDOW(self->window), overlay);
    care_toast_set_overlay(self->window, ADW_TOAST_OVERLAY(overlay));
    open_text(self, "Name,Oddity\nAnn One,blue\n");
    row = find_by_title(GTK_WIDGET(self->dialog), "Oddity");
    adw_combo_row_set_selected(ADW_COMBO_ROW(row), CARE_CONTACT_FIELD_TAG);
    adw_dialog_close(ADW_DIALOG(self->dialog));
    while (adw_window_get_visible_dialog(ADW_WINDOW(self->window)))
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(care_toast_undo_last(self->window));
    test_settle();
    g_assert_true(adw_window_get_visible_dialog(ADW_WINDOW(self->window)) == ADW_DIALOG(self->dialog));
    g_assert_cmpstr(care_import_dialog_page(self->dialog), ==, "preview");
    row = find_by_title(GTK_WIDGET(self->dialog), "Oddity");
    g_assert_cmpuint(adw_combo_row_get_selected(ADW_COMBO_ROW(row)), ==, CARE_CONTACT_FIELD_TAG);
}

static void
count_undone(gpointer data)
{
    (*(int *)data)++;
}

typedef struct {
    const char *text;
    gboolean cancelled;
    int undone; /* of what was done before */
} Came;

static const Came came[] = {
    { "Name,Phone\nAnn One,030 1111111\n", FALSE, 0 },
    { "Name,Phone\nAnn One,030 1111111\n", TRUE, 1 },
    { "Name,Phone\n,030 1111111\n", FALSE, 1 }, /* refused */
    { "<!DOCTYPE html><html></html>", FALSE, 1 },
};

/* What was done before can be taken back after an import of which nothing came in. */
static void
test_undo_before(Fixture *self, gconstpointer data)
{
    const Came *one = data;
    GtkWidget *overlay = adw_toast_overlay_new();
    int undone = 0;

    adw_window_set_content(ADW_WINDOW(self->window), overlay);
    care_toast_set_overlay(self->window, ADW_TOAST_OVERLAY(overlay));
    care_toast_undo(self->window, "Done", count_undone, &undone, NULL);
    open_text(self, one->text);
    care_import_dialog_start(self->dialog);
    if (one->cancelled)
        adw_dialog_close(ADW_DIALOG(self->dialog));
    while (g_str_equal(care_import_dialog_page(self->dialog), "running")
           && adw_window_get_visible_dialog(ADW_WINDOW(self->window)))
        g_main_context_iteration(NULL, TRUE);
    test_settle();
    g_assert_cmpint(count(self), ==, one->undone ? 0 : 1);
    care_toast_undo_last(self->window);
    g_assert_cmpint(undone, ==, one->undone);
}

/* Closed under a question, whose sheet bars what lies below it. */
static void
test_left_below(Fixture *self, gconstpointer data)
{
    GtkWidget *overlay = adw_toast_overlay_new();
    AdwDialog *over = adw_alert_dialog_new("Over it", NULL);
    GtkWidget *inside = NULL;

    adw_alert_dialog_add_response(ADW_ALERT_DIALOG(over), "no", "No");
    adw_window_set_content(ADW_WINDOW(self->window), overlay);
    care_toast_set_overlay(self->window, ADW_TOAST_OVERLAY(overlay));
    gtk_widget_set_size_request(overlay, 720, 760);
    open_text(self, "Name,Oddity\nAnn One,blue\n");
    adw_dialog_present(over, self->window);
    test_settle();
    adw_dialog_close(ADW_DIALOG(self->dialog));
    adw_dialog_close(over);
    while (adw_window_get_visible_dialog(ADW_WINDOW(self->window)))
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(care_toast_undo_last(self->window));
    test_settle();
    inside = gtk_widget_get_first_child(GTK_WIDGET(self->dialog));
    g_assert_true(gtk_widget_get_can_focus(inside));
    g_assert_true(gtk_widget_get_can_target(inside));
}

/* Letters that were guessed wrong: another encoding is chosen, and what is seen is what is imported. */
static void
test_encoding(Fixture *self, gconstpointer data)
{
    GtkWidget *row;

    open_text(self, "Name,Phone\nPetr \xc8"
                    "ern,0171 1234567\n");
    row = find_by_title(GTK_WIDGET(self->dialog), "Text Encoding");
    g_assert_true(ADW_IS_COMBO_ROW(row));
    g_assert_nonnull(find_by_title(GTK_WIDGET(self->dialog), "Petr Èern"));
    for (guint i = 0; i < care_encoding_n_choices(); i++)
        if (g_str_equal(care_encoding_choice(i, NULL), "windows-1250"))
            adw_combo_row_set_selected(ADW_COMBO_ROW(row), i + 1);
    g_assert_nonnull(find_by_title(GTK_WIDGET(self->dialog), "Petr Čern"));
    care_import_dialog_start(self->dialog);
    wait_for_page(self, "report");
    g_assert_cmpint(care_connection_int(care_store_reader(care_context_get_store(self->context)),
                                        "SELECT count(*) FROM customer WHERE name = 'Petr Čern'", -1),
                    ==, 1);
}

static void
test_foreign_file(Fixture *self, gconstpointer data)
{
    open_text(self, "<!DOCTYPE html><html></html>");
    g_assert_cmpstr(care_import_dialog_page(self->dialog), ==, "preview");
    g_assert_nonnull(find_by_title(GTK_WIDGET(self->dialog), "contacts.csv"));
    g_assert_cmpint(count(self), ==, 0);
}

static void
type_and_leave(GtkWidget *window, GtkWidget *row, const char *text)
{
    GtkWidget *list = gtk_list_box_new();

    g_object_ref_sink(row);
    gtk_list_box_append(GTK_LIST_BOX(list), row);
    adw_window_set_content(ADW_WINDOW(window), list);
    test_settle();
    gtk_editable_set_text(GTK_EDITABLE(row), text);
    adw_window_set_content(ADW_WINDOW(window), NULL);
    g_object_unref(row);
    test_settle();
}

static char *
setting_after_typing(Fixture *self, const char *key, const char *text)
{
    CareStore *store = care_context_get_store(self->context);

    type_and_leave(self->window, care_setting_entry_row_new(store, key, "Title"), text);
    /* behind whatever was saved */
    g_assert_true(care_store_set_setting(store, "test-fence", text, NULL));
    return care_store_setting(store, key);
}

static void
test_settings(Fixture *self, gconstpointer data)
{
    g_autofree char *name = setting_after_typing(self, CARE_SETTING_SHOP_NAME, " Kettle & Spoke ");
    g_autofree char *good = setting_after_typing(self, CARE_SETTING_SHOP_IBAN, "DE89 3704 0044 0532 0130 00");
    g_autofree char *bad = setting_after_typing(self, CARE_SETTING_SHOP_IBAN, "DE89 3704 0044 0532 0130 01");
    g_autofree char *hours = setting_after_typing(self, CARE_SETTING_OPENING_HOURS, "whenever");

    g_assert_cmpstr(name, ==, "Kettle & Spoke");
    g_assert_cmpstr(good, ==, "DE89370400440532013000");
    g_assert_cmpstr(bad, ==, "DE89370400440532013000");
    g_assert_cmpstr(hours, ==, "Mo-Fr 09:00-18:00; Sa 09:00-13:00");
}

static void
test_first_run(Fixture *self, gconstpointer data)
{
    CareStore *store = care_context_get_store(self->context);

    g_assert_true(care_first_run_is_due(store));
    g_assert_true(care_store_set_setting(store, CARE_SETTING_FIRST_RUN_DONE, "true", NULL));
    g_assert_false(care_first_run_is_due(store));
    g_assert_true(care_store_set_setting(store, CARE_SETTING_FIRST_RUN_DONE, NULL, NULL));
    open_text(self, "Name,Phone\nAnn One,030 1111111\n");
    care_import_dialog_start(self->dialog);
    wait_for_page(self, "report");
    g_assert_false(care_first_run_is_due(store));
}

#define ADD(name, func) g_test_add("/ui/import/" name, Fixture, NULL, set_up, func, tear_down)

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    ADD("run-and-revert", test_run_and_revert);
    ADD("mapping", test_mapping);
    ADD("twice", test_twice);
    ADD("known", test_known);
    g_test_add("/ui/import/seen-later", Fixture, NULL, set_up, test_seen_later, tear_down);
    g_test_add("/ui/import/refused-seen-later", Fixture, ",030 3\n", set_up, test_seen_later, tear_down);
    ADD("one-line", test_one_line);
    ADD("encoding", test_encoding);
    ADD("foreign-file", test_foreign_file);
    ADD("settings", test_settings);
    ADD("first-run", test_first_run);
    ADD("left", test_left);
    for (gsize i = 0; i < G_N_ELEMENTS(came); i++) {
        g_autofree char *path = g_strdup_printf("/import/undo-before/%zu", i);

        g_test_add(path, Fixture, &came[i], set_up, test_undo_before, tear_down);
    }
    ADD("left-below", test_left_below);
    return g_test_run();
}
