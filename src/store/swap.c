/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/swap.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"
#include "store/file-store.h"

#define PENDING "restore.pending"

/* The log and the head belong to the old database: they go with it, and first. */
static const char *const logs[] = { "aftercare.db-wal", "aftercare.db-shm", "aftercare.head", NULL };
static const char *const items[] = { "aftercare.db", "files", "issued", NULL };
/* What the new one brings along, behind it. */
static const char *const companions[] = { "aftercare.head", NULL };

typedef struct {
    const char *data_dir;
    char *staged;
    char *kept;
} Swap;

static gboolean
move(const char *from_dir, const char *to_dir, const char *name, GError **error)
{
    g_autofree char *from = g_build_filename(from_dir, name, NULL);
    g_autofree char *to = g_build_filename(to_dir, name, NULL);

    if (!g_file_test(from, G_FILE_TEST_EXISTS))
        return TRUE;
    if (g_rename(from, to) == 0)
        return TRUE;
    if (care_errno_is_full(errno))
        g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                    _("There is no room on the disk to move the file %s. Nothing is lost; make room and try "
                      "again."),
                    from);
    else
        g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                    _("The file %s cannot be moved. Nothing is lost; check the disk and its permissions and "
                      "try again."),
                    from);
    return FALSE;
}

/* What is still staged has not been moved yet; what is not, has. */
static gboolean
swap_item(const Swap *self, const char *name, GError **error)
{
    g_autofree char *staged = g_build_filename(self->staged, name, NULL);

    return !g_file_test(staged, G_FILE_TEST_EXISTS)
           || (move(self->data_dir, self->kept, name, error)
               && move(self->staged, self->data_dir, name, error));
}

static gboolean
swap(const Swap *self, GError **error)
{
    g_autofree char *database = g_build_filename(self->staged, "aftercare.db", NULL);

    g_mkdir_with_parents(self->kept, 0700);
    if (g_file_test(database, G_FILE_TEST_EXISTS))
        for (guint i = 0; logs[i] != NULL; i++)
            if (!move(self->data_dir, self->kept, logs[i], error))
                return FALSE;
    for (guint i = 0; items[i] != NULL; i++)
        if (!swap_item(self, items[i], error))
            return FALSE;
    for (guint i = 0; companions[i] != NULL; i++)
        if (!move(self->staged, self->data_dir, companions[i], error))
            return FALSE;
    g_rmdir(self->staged);
    g_rmdir(self->kept); /* stays if anything was there */
    return TRUE;
}

static gboolean
is_name(const char *text)
{
    return *text != '\0' && strchr(text, '/') == NULL && strcmp(text, ".") != 0 && strcmp(text, "..") != 0;
}

gboolean
care_swap_finish(const char *data_dir, GError **error)
{
    g_autofree char *pending = g_build_filename(data_dir, PENDING, NULL);
    g_autofree char *text = NULL;
    g_auto(GStrv) names = NULL;
    Swap self = { .data_dir = data_dir };
    gboolean done;

    if (!g_file_get_contents(pending, &text, NULL, NULL))
        return TRUE;
    names = g_strsplit(text, "\n", -1);
    if (g_strv_length(names) < 2 || !is_name(names[0]) || !is_name(names[1])
        || strcmp(names[0], names[1]) == 0)
        return g_unlink(pending) == 0;
    self.staged = g_build_filename(data_dir, "backups", names[0], NULL);
    self.kept = g_build_filename(data_dir, "backups", names[1], NULL);
    done = swap(&self, error);
    if (done)
        g_unlink(pending);
    g_free(self.staged);
    g_free(self.kept);
    return done;
}

gboolean
care_swap_begin(const char *data_dir, const char *staged, const char *kept, GError **error)
{
    g_autofree char *pending = g_build_filename(data_dir, PENDING, NULL);
    g_autofree char *text = g_strdup_printf("%s\n%s\n", staged, kept);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    g_return_val_if_fail(is_name(staged) && is_name(kept), FALSE);
    return care_file_write_durably(pending, bytes, error) && care_swap_finish(data_dir, error);
}
