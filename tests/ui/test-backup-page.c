/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a backup stands where the last one is told of, and the cursor is where it was. */
#include "dialog-shop.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "exchange/backup/backup.h"
#include "ui/preferences/backup-page.h"
#include "ui/preferences/preferences-dialog.h"
#include "ui/preferences/setting-value.h"

static GtkWidget *
find_type(GtkWidget *root, GType type)
{
    if (g_type_is_a(G_OBJECT_TYPE(root), type))
        return root;
    for (GtkWidget *c = gtk_widget_get_first_child(root); c; c = gtk_widget_get_next_sibling(c)) {
        GtkWidget *found = find_type(c, type);

        if (found)
            return found;
    }
    return NULL;
}

static CareBackupPage *
open_page(Fixture *fixture)
{
    AdwDialog *preferences;

    gtk_widget_set_size_request(adw_window_get_content(ADW_WINDOW(fixture->window)), 720, 760);
    preferences = care_preferences_dialog_present(fixture->window, fixture->context, "backup");
    test_let_undo_end();
    return CARE_BACKUP_PAGE(find_type(GTK_WIDGET(preferences), CARE_TYPE_BACKUP_PAGE));
}

static GtkWidget *
row(CareBackupPage *page, const char *title)
{
    return find(GTK_WIDGET(page), ADW_TYPE_PREFERENCES_ROW, title);
}

static const char *
last(CareBackupPage *page)
{
    return adw_action_row_get_subtitle(ADW_ACTION_ROW(row(page, "Last Backup")));
}

static GtkWidget *
cursor(Fixture *fixture)
{
    return gtk_window_get_focus(GTK_WINDOW(fixture->window));
}

static void
write_to(Fixture *fixture, CareBackupPage *page, const char *outside, const char *folder)
{
    g_autofree char *path = g_build_filename(outside, folder, "my.zip", NULL);
    GtkWidget *now = row(page, "Back Up Now");

    gtk_widget_grab_focus(now);
    care_backup_page_write(page, path);
    g_assert_false(gtk_widget_is_sensitive(now));
    g_assert_true(cursor(fixture) == row(page, "Writing the backup"));
    while (!gtk_widget_is_sensitive(now))
        g_main_context_iteration(NULL, TRUE);
    test_let_undo_end();
    g_assert_true(cursor(fixture) == now);
}

static void
test_told(Fixture *fixture, gconstpointer data)
{
    CareBackupPage *page = open_page(fixture);
    g_autofree char *outside = g_dir_make_tmp("care-backup-XXXXXX", NULL);

    write_to(fixture, page, outside, "none");
    g_assert_true(g_str_has_prefix(last(page), "None yet"));
    g_assert_nonnull(strstr(last(page), "none"));
    adw_dialog_force_close(dialog_of(fixture));
    wait_until_closed(fixture);
    page = open_page(fixture);
    g_assert_nonnull(strstr(last(page), "none"));
    write_to(fixture, page, outside, "");
    g_assert_null(strchr(last(page), '\n'));
    g_assert_null(strstr(last(page), "None yet"));
    g_assert_nonnull(strstr(last(page), outside));
}

/* None is written for a day that is pretended. */
static void
live_today(Fixture *fixture)
{
    g_autoptr(CareClock) clock = care_clock_new_system();
    g_autofree char *folder = g_dir_make_tmp("care-today-XXXXXX", NULL);
    g_autoptr(CareStore) store = care_store_open(folder, clock, 0, NULL);

    g_assert_nonnull(store);
    g_object_unref(fixture->context);
    fixture->context = care_context_new(clock, store);
    fixture->store = care_context_get_store(fixture->context);
}

/* As another backup of the shop has it while it is written; closed, it is done. */
static int
hold_backups(Fixture *fixture)
{
    g_autofree char *backups = g_build_filename(care_context_get_data_dir(fixture->context), "backups", NULL);
    g_autofree char *path = g_build_filename(backups, ".lock", NULL);
    int lock;

    g_assert_cmpint(g_mkdir_with_parents(backups, 0700), ==, 0);
    lock = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    g_assert_cmpint(lock, >=, 0);
    g_assert_cmpint(flock(lock, LOCK_EX | LOCK_NB), ==, 0);
    return lock;
}

/* The one of the day comes after another that is under way, and not at the next start. */
static void
test_waits(Fixture *fixture, gconstpointer data)
{
    g_autofree char *outside = g_dir_make_tmp("care-backup-XXXXXX", NULL);
    CareBackupPage *page;
    int lock;

    live_today(fixture);
    lock = hold_backups(fixture);
    page = open_page(fixture);
    care_setting_save(fixture->store, CARE_SETTING_BACKUP_DIR, "Backup folder", outside);
    while (!care_backup_failure(fixture->store)) /* it was refused once */
        g_main_context_iteration(NULL, TRUE);
    close(lock);
    while (strstr(last(page), "None yet") && !strchr(last(page), '\n'))
        g_main_context_iteration(NULL, TRUE);
    g_assert_nonnull(strstr(last(page), outside));
    while (!gtk_widget_is_sensitive(row(page, "Back Up Now")))
        g_main_context_iteration(NULL, TRUE);
    test_let_undo_end();
}

/* Not at the next start: whoever chose the folder looks into it. */
static void
test_first(Fixture *fixture, gconstpointer data)
{
    g_autofree char *outside = g_dir_make_tmp("care-backup-XXXXXX", NULL);
    g_autofree char *name = NULL;
    g_autofree char *path = NULL;
    CareBackupPage *page;

    live_today(fixture);
    page = open_page(fixture);
    name = care_backup_name(care_clock_today(care_context_get_clock(fixture->context)));
    path = g_build_filename(outside, name, NULL);
    g_assert_true(g_str_has_prefix(last(page), "None yet"));
    /* a password that is given now is that of the first file */
    g_assert_true(gtk_widget_get_mapped(row(page, "Password of the Daily File")));
    care_setting_save(fixture->store, CARE_SETTING_BACKUP_DIR, "Backup folder", outside);
    while (strstr(last(page), "None yet") && !strchr(last(page), '\n'))
        g_main_context_iteration(NULL, TRUE);
    g_assert_true(g_file_test(path, G_FILE_TEST_IS_REGULAR));
    g_assert_nonnull(strstr(last(page), path));
    while (!gtk_widget_is_sensitive(row(page, "Back Up Now")))
        g_main_context_iteration(NULL, TRUE);
    test_let_undo_end();
}

/* What takes the place of all that is there looks like it, apart from what only writes. */
static void
test_restore(Fixture *fixture, gconstpointer data)
{
    CareBackupPage *page = open_page(fixture);
    GtkWidget *restore = row(page, "Restore");
    GType group = ADW_TYPE_PREFERENCES_GROUP;

    g_assert_true(gtk_widget_has_css_class(restore, "destructive-action"));
    g_assert_true(gtk_widget_get_ancestor(restore, group)
                  != gtk_widget_get_ancestor(row(page, "Back Up Now"), group));
}

int
main(int argc, char **argv)
{
    static const DialogTest tests[] = {
        { "/backup-page/told", test_told },
        { "/backup-page/first", test_first },
        { "/backup-page/waits", test_waits },
        { "/backup-page/restore", test_restore },
    };

    return run_all(argc, argv, tests, G_N_ELEMENTS(tests));
}
