/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The backup of each day, and which are kept. */

#include "display.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "exchange/backup/backup.h"

static void
on_daily(GObject *source, GAsyncResult *result, gpointer data)
{
    int *state = data;

    *state = care_backup_daily_finish(CARE_STORE(source), result, NULL) ? 1 : 2;
}

static int
daily(CareStore *store)
{
    int state = 0;

    care_backup_daily_async(store, on_daily, &state);
    while (state == 0)
        g_main_context_iteration(NULL, TRUE);
    return state;
}

static CareStore *
store_of_this_day(void)
{
    g_autoptr(CareClock) clock = care_clock_new_system();
    g_autofree char *folder = g_dir_make_tmp("care-daily-XXXXXX", NULL);
    g_autoptr(GError) error = NULL;
    CareStore *store = care_store_open(folder, clock, 0, &error);

    g_assert_no_error(error);
    return store;
}

/* A folder to keep it in, and the file of the store's day there. Transfer full. */
static char *
choose_folder(CareStore *store, char **file)
{
    g_autofree char *name = care_backup_name(care_clock_today(care_store_clock(store)));
    char *folder = g_dir_make_tmp("care-backup-XXXXXX", NULL);

    g_assert_true(care_store_set_setting(store, CARE_SETTING_BACKUP_DIR, folder, NULL));
    *file = g_build_filename(folder, name, NULL);
    return folder;
}

static void
test_daily(void)
{
    g_autoptr(CareStore) store = store_of_this_day();
    g_autofree char *folder = NULL;
    g_autofree char *file = NULL;
    g_autofree char *other = NULL;
    g_autofree char *there = NULL;
    g_autofree char *last = NULL;

    g_assert_cmpint(daily(store), ==, 2); /* no folder, no backup */
    folder = choose_folder(store, &file);
    g_assert_cmpint(daily(store), ==, 1);
    g_assert_true(g_file_test(file, G_FILE_TEST_EXISTS));
    last = care_store_setting(store, CARE_SETTING_LAST_BACKUP);
    g_assert_nonnull(last);
    g_assert_cmpint(daily(store), ==, 2); /* once a day */
    g_unlink(file);
    g_rmdir(folder);

    other = choose_folder(store, &there);
    g_assert_cmpint(daily(store), ==, 1); /* and in the folder that was chosen since */
    g_assert_true(g_file_test(there, G_FILE_TEST_EXISTS));
    g_assert_cmpint(daily(store), ==, 2);
    g_unlink(there);
    g_rmdir(other);
}

/* Something refers to nobody, as after another program's hand. */
static void
spoil(CareStore *store)
{
    g_autofree char *path = g_build_filename(care_store_data_dir(store), "aftercare.db", NULL);
    sqlite3 *other = NULL;

    g_assert_cmpint(sqlite3_open(path, &other), ==, SQLITE_OK);
    g_assert_cmpint(
        sqlite3_exec(other, "INSERT INTO device (customer, name, created, changed) VALUES (77, 'Bike', 1, 1)",
                     NULL, NULL, NULL),
        ==, SQLITE_OK);
    sqlite3_close(other);
}

static char *
file_of(const char *folder, CareDate day, const char *end)
{
    g_autofree char *text = care_date_to_string(day);
    g_autofree char *name = g_strdup_printf("aftercare-%s%s", text, end);

    return g_build_filename(folder, name, NULL);
}

static guint
count_files(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    guint n = 0;

    while (g_dir_read_name(dir))
        n++;
    return n;
}

/* A fault that stays fills no disk, and lets nothing good go, however many there are: those of versions before, and
 * those made by hand, have a good one's name with faults too. And the owner hears of it, once. */
static void
test_faulted_daily(void)
{
    g_autoptr(CareStore) store = store_of_this_day();
    g_autofree char *good = NULL;
    g_autofree char *folder = choose_folder(store, &good);
    CareDate today = care_clock_today(care_store_clock(store));
    g_autofree char *faulted = file_of(folder, today, "-faults.zip");
    g_autofree char *place = NULL;
    GStatBuf info;

    for (int i = 1; i < 40; i++) {
        g_autofree char *before = file_of(folder, care_date_add_days(today, -i), "-faults.zip");
        g_autofree char *older = file_of(folder, care_date_add_days(today, -40 - i), ".zip");

        g_assert_true(g_file_set_contents(before, "x", 1, NULL));
        g_assert_true(i > 15 || g_file_set_contents(older, "x", 1, NULL));
    }
    spoil(store);
    g_assert_cmpint(daily(store), ==, 2);
    g_assert_nonnull(strstr(care_backup_failure(store), "faults"));
    g_assert_true(g_file_test(faulted, G_FILE_TEST_EXISTS));
    g_assert_false(g_file_test(good, G_FILE_TEST_EXISTS));
    g_assert_cmpuint(count_files(folder), ==, 15 + 7 + 4);
    place = care_store_setting(store, CARE_SETTING_LAST_BACKUP_PLACE);
    g_assert_cmpstr(place, ==, faulted);
    g_assert_true(g_file_set_contents(faulted, "x", 1, NULL));
    g_assert_cmpint(daily(store), ==, 2);
    g_assert_cmpint(g_stat(faulted, &info), ==, 0);
    g_assert_cmpint(info.st_size, ==, 1); /* none is written a second time that day */
}

/* A look ahead leaves no file, which would be the newest for a long time, and takes none away. */
static void
test_pretended(void)
{
    g_autoptr(CareContext) context = test_context_new();
    CareStore *store = care_context_get_store(context);
    g_autofree char *file = NULL;
    g_autofree char *folder = choose_folder(store, &file);
    g_autofree char *last = NULL;

    g_assert_cmpint(daily(store), ==, 2);
    last = care_store_setting(store, CARE_SETTING_LAST_BACKUP);
    g_assert_null(last);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void
test_superfluous(void)
{
    const CareDate today = { 2026, 11, 24 };
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) superfluous = NULL;

    for (int i = 0; i < 60; i++)
        g_ptr_array_add(names, care_backup_name(care_date_add_days(today, -i)));
    g_ptr_array_add(names, g_strdup("holiday.zip"));
    superfluous = care_backup_superfluous(names, today);
    g_assert_cmpuint(superfluous->len, ==, 60 - 7 - 4);
    g_assert_false(g_ptr_array_find_with_equal_func(superfluous, "holiday.zip", g_str_equal, NULL));
    g_assert_false(
        g_ptr_array_find_with_equal_func(superfluous, "aftercare-2026-11-24.zip", g_str_equal, NULL));
}

/* Those with faults take no good one's place, and have as many of their own. */
static void
test_superfluous_faulted(void)
{
    const CareDate today = { 2026, 11, 24 };
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) superfluous = NULL;

    for (int i = 0; i < 60; i++) {
        g_autofree char *day = care_date_to_string(care_date_add_days(today, -i));

        g_ptr_array_add(names, g_strdup_printf("aftercare-%s-faults.zip", day));
        g_ptr_array_add(names, g_strdup_printf("aftercare-%s-not-restorable.zip", day));
    }
    for (int i = 60; i < 67; i++)
        g_ptr_array_add(names, care_backup_name(care_date_add_days(today, -i)));
    superfluous = care_backup_superfluous(names, today);
    g_assert_cmpuint(superfluous->len, ==, 60 - 7 - 4 + 60 - 1);
    for (guint i = 0; i < superfluous->len; i++)
        g_assert_cmpuint(strlen(superfluous->pdata[i]), >, strlen("aftercare-2026-11-24.zip"));
}

/* What a clock a year ahead has left for five weeks takes no place of those that are made since. */
static void
test_days_to_come(void)
{
    const CareDate today = { 2026, 11, 24 };
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) superfluous = NULL;

    for (int i = 0; i < 11; i++)
        g_ptr_array_add(names, care_backup_name((CareDate){ 2027, 11, 1 + 2 * i }));
    for (int i = 0; i < 7; i++)
        g_ptr_array_add(names, care_backup_name(care_date_add_days(today, -i)));
    superfluous = care_backup_superfluous(names, today);
    g_assert_cmpuint(superfluous->len, ==, 0);
}

int
main(int argc, char **argv)
{
    if (!test_display_init(&argc, &argv))
        return 0;
    g_test_add_func("/ui/daily-backup/written", test_daily);
    g_test_add_func("/ui/daily-backup/faulted", test_faulted_daily);
    g_test_add_func("/ui/daily-backup/pretended", test_pretended);
    g_test_add_func("/ui/daily-backup/superfluous", test_superfluous);
    g_test_add_func("/ui/daily-backup/superfluous-faulted", test_superfluous_faulted);
    g_test_add_func("/ui/daily-backup/days-to-come", test_days_to_come);
    return g_test_run();
}
