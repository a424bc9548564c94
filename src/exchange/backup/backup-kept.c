/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the daily backups are kept. One of a shop with faults holds its newest rows, but takes no good one's place. */
#include <string.h>

#include <glib/gstdio.h>

#include "exchange/backup/backup-private.h"

/* Each by itself. */
static const struct {
    const char *end; /* of its name, behind the day */
    guint days;
    int weeks;
} kinds[] = {
    { ".zip", 7, 4 },
    { "-faults.zip", 7, 4 },
    { "-not-restorable.zip", 1, 0 }, /* somebody's rules are in it */
};

enum { GOOD, FAULTED, RULED };

static char *
name_of(CareDate day, gsize kind)
{
    g_autofree char *text = care_date_to_string(day);

    return g_strconcat("aftercare-", text, kinds[kind].end, NULL);
}

static gboolean
day_of(const char *name, gsize kind, CareDate *day)
{
    gsize begin = strlen("aftercare-"), length = strlen("2026-11-24");
    g_autofree char *date = NULL;

    if (!g_str_has_prefix(name, "aftercare-") || strlen(name) < begin + length
        || !g_str_equal(name + begin + length, kinds[kind].end))
        return FALSE;
    date = g_strndup(name + begin, length);
    return care_date_parse_full(date, day);
}

char *
care_backup_name(CareDate day)
{
    return name_of(day, GOOD);
}

gboolean
care_backup_day_of_name(const char *name, CareDate *day)
{
    return day_of(name, GOOD, day);
}

/* The others of the day tell less, or the same once more. What is no file of ours stays. */
static void
remove_others(const char *folder, CareDate day, gsize kind)
{
    for (gsize i = FAULTED; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *name = name_of(day, i);
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (i != kind)
            g_unlink(path);
    }
}

void
care_backup_file_daily(CareBackupInfo *info)
{
    gsize kind = info->ok ? GOOD : info->ruled ? RULED : FAULTED;
    g_autofree char *folder = g_path_get_dirname(info->path);
    g_autofree char *base = g_path_get_basename(info->path);
    g_autofree char *name = NULL;
    g_autofree char *path = NULL;
    CareDate day;

    if (!care_backup_day_of_name(base, &day))
        return;
    name = name_of(day, kind);
    path = g_build_filename(folder, name, NULL);
    if (kind != GOOD && g_rename(info->path, path) != 0)
        return;
    remove_others(folder, day, kind);
    g_free(info->path);
    info->path = g_steal_pointer(&path);
}

gboolean
care_backup_lies_there(const char *folder, CareDate day)
{
    gboolean lies = FALSE;

    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *name = name_of(day, i);
        g_autofree char *path = g_build_filename(folder, name, NULL);

        lies |= g_file_test(path, G_FILE_TEST_IS_REGULAR);
    }
    return lies;
}

static int
newest_first(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)b, *(char *const *)a);
}

/* Weeks since some Monday. */
static int
week_of(CareDate day)
{
    return (care_date_to_days(day) + 3) / 7;
}

/* of: of that kind, the newest first. */
static void
add_superfluous(GPtrArray *of, gsize kind, GPtrArray *superfluous)
{
    int last_week = -1, weeks = 0;
    CareDate day;

    for (guint i = kinds[kind].days; i < of->len; i++) {
        day_of(of->pdata[i], kind, &day);
        if (week_of(day) == last_week || weeks == kinds[kind].weeks) {
            g_ptr_array_add(superfluous, of->pdata[i]);
        } else {
            last_week = week_of(day);
            weeks++;
        }
    }
}

GPtrArray *
care_backup_superfluous(GPtrArray *names, CareDate today)
{
    GPtrArray *superfluous = g_ptr_array_new();
    CareDate day;

    for (gsize kind = 0; kind < G_N_ELEMENTS(kinds); kind++) {
        g_autoptr(GPtrArray) of = g_ptr_array_new();

        for (guint i = 0; i < names->len; i++)
            if (day_of(names->pdata[i], kind, &day) && care_date_compare(day, today) <= 0)
                g_ptr_array_add(of, names->pdata[i]);
        g_ptr_array_sort(of, newest_first);
        add_superfluous(of, kind, superfluous);
    }
    return superfluous;
}

void
care_backup_clear_out(const char *folder, CareDate today, gboolean ok)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) superfluous = NULL;
    const char *name;
    CareDate day;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (g_file_test(path, G_FILE_TEST_IS_REGULAR)) /* a folder of such a name is no backup */
            g_ptr_array_add(names, g_strdup(name));
    }
    superfluous = care_backup_superfluous(names, today);
    for (guint i = 0; i < superfluous->len; i++) {
        g_autofree char *path = g_build_filename(folder, superfluous->pdata[i], NULL);

        if (ok || !day_of(superfluous->pdata[i], GOOD, &day))
            g_unlink(path);
    }
}
