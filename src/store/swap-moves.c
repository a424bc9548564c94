/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/swap-moves.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/disk.h"
#include "core/errors.h"

#define DATABASE "aftercare.db"

/* The log and the head belong to the old database: they go with it. */
static const char *const logs[] = { DATABASE "-wal", DATABASE "-shm", "aftercare.head" };
static const char *const papers[] = { "files", "issued" };
/* Of the new one, in the order in which it comes. */
static const char *const parts[] = { DATABASE, "files", "issued", "aftercare.head" };

void
care_swap_moves_clear(CareSwapMoves *self)
{
    g_free(self->staged);
    g_free(self->kept);
    g_free(self->later);
}

/* Of a link the link: what it leads to may be on a disk that is not there today. */
static gboolean
is_there(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    GStatBuf info;

    return g_lstat(path, &info) == 0;
}

static gboolean
on_other_disk(const char *path, GError **error)
{
    g_set_error(
        error, CARE_ERROR, CARE_ERROR_REFUSED,
        /* Translators: %s is the path of a folder */
        _("A backup is restored where all of the shop lies on one disk, and %s is on another. Nothing is "
          "lost; put a folder of the shop’s own disk there and try again."),
        path);
    return FALSE;
}

static gboolean
cannot_move(const char *path, int code, GError **error)
{
    if (code == EXDEV || code == EBUSY) /* the second: another disk is mounted there */
        return on_other_disk(path, error);
    if (care_errno_is_full(code))
        g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                    _("There is no room on the disk to move the file %s. Nothing is lost; make room and try "
                      "again."),
                    path);
    else
        g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                    _("The file %s cannot be moved. Nothing is lost; check the disk and its permissions and "
                      "try again."),
                    path);
    return FALSE;
}

/* A link to a place beside it leads there from everywhere, wherever the program was started. ".." stays as it is: its folder may
 * be a link, too. */
static gboolean
move_link(const char *folder, const char *from, const char *to, const char *target)
{
    g_autofree char *here = g_path_is_absolute(folder) ? g_strdup("") : g_get_current_dir();
    g_autofree char *whole = g_build_filename(here, folder, target, NULL);

    return symlink(whole, to) == 0 && g_unlink(from) == 0;
}

static gboolean
move(const char *from_dir, const char *to_dir, const char *name, GError **error)
{
    g_autofree char *from = g_build_filename(from_dir, name, NULL);
    g_autofree char *to = g_build_filename(to_dir, name, NULL);
    g_autofree char *target = NULL;

    if (!is_there(from_dir, name))
        return TRUE;
    target = g_file_read_link(from, NULL);
    if (target != NULL && !g_path_is_absolute(target))
        return move_link(from_dir, from, to, target) || cannot_move(from, errno, error);
    return g_rename(from, to) == 0 || cannot_move(from, errno, error);
}

/* A name of its own each time: a database does not come to lie beside the log of another. */
static const char *
later_folder(CareSwapMoves *self)
{
    for (guint n = 1; self->later == NULL; n++) {
        g_autofree char *name = g_strdup_printf("later-%u", n);

        if (!is_there(self->kept, name))
            self->later = g_build_filename(self->kept, name, NULL);
    }
    g_mkdir(self->later, 0700);
    return self->later;
}

/* Nothing is moved over what is kept. A folder without anything in it was made by whoever looked for one. */
static gboolean
put_away(CareSwapMoves *self, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(self->data_dir, name, NULL);

    if (!is_there(self->kept, name))
        return move(self->data_dir, self->kept, name, error);
    return !is_there(self->data_dir, name) || g_rmdir(path) == 0
           || move(self->data_dir, later_folder(self), name, error);
}

/* Of a database that came after the old one had gone; its logs are not the old one's. */
static gboolean
put_later_database_away(CareSwapMoves *self, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(logs); i++)
        if (!move(self->data_dir, later_folder(self), logs[i], error))
            return FALSE;
    return move(self->data_dir, later_folder(self), DATABASE, error);
}

/* The old database goes first, for whoever has it open knows by that; as long as the new one is not there, the logs are the
 * old one's. */
static gboolean
put_database_away(CareSwapMoves *self, GError **error)
{
    if (!is_there(self->staged, DATABASE))
        return TRUE;
    if (is_there(self->kept, DATABASE) && is_there(self->data_dir, DATABASE))
        return put_later_database_away(self, error);
    if (!put_away(self, DATABASE, error))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(logs); i++)
        if (!put_away(self, logs[i], error))
            return FALSE;
    return TRUE;
}

CareSwapState
care_swap_moves_state(const CareSwapMoves *self)
{
    if (is_there(self->staged, DATABASE))
        return CARE_SWAP_STAGED;
    return is_there(self->data_dir, DATABASE)
                   && (self->onto != CARE_SWAP_ONTO_SHOP || is_there(self->kept, DATABASE))
               ? CARE_SWAP_COME
               : CARE_SWAP_LOST;
}

gboolean
care_swap_moves_make(CareSwapMoves *self, GError **error)
{
    g_mkdir_with_parents(self->kept, 0700);
    if (!put_database_away(self, error))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++)
        if (is_there(self->staged, papers[i]) && !put_away(self, papers[i], error))
            return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (!move(self->staged, self->data_dir, parts[i], error))
            return FALSE;
    g_rmdir(self->staged);
    g_rmdir(self->kept); /* stays if anything was there */
    return TRUE;
}

static gboolean
bring_back(CareSwapMoves *self, const char *name)
{
    return !is_there(self->kept, name)
           || (!is_there(self->data_dir, name) && move(self->kept, self->data_dir, name, NULL));
}

/* The database last, with all beside it that belongs to it. */
gboolean
care_swap_moves_take_back(CareSwapMoves *self)
{
    if (care_swap_moves_state(self) == CARE_SWAP_COME)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++)
        if (!bring_back(self, papers[i]))
            return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(logs); i++)
        if (!bring_back(self, logs[i]))
            return FALSE;
    if (!bring_back(self, DATABASE))
        return FALSE;
    g_rmdir(self->kept);
    return TRUE;
}

/* A link to a folder is moved itself, but backups are gone through. */
gboolean
care_swap_moves_check(const char *data_dir, GError **error)
{
    g_autofree char *backups = g_build_filename(data_dir, "backups", NULL);
    GStatBuf shop, info;

    if (g_stat(data_dir, &shop) != 0)
        return TRUE;
    if (g_stat(backups, &info) == 0 && info.st_dev != shop.st_dev)
        return on_other_disk(backups, error);
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autofree char *path = g_build_filename(data_dir, papers[i], NULL);

        if (g_lstat(path, &info) == 0 && info.st_dev != shop.st_dev)
            return on_other_disk(path, error);
    }
    return TRUE;
}
