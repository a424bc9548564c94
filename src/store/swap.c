/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/swap.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/errors.h"
#include "core/plain-file.h"
#include "store/file-head.h"
#include "store/file-store.h"
#include "store/folder-lock.h"
#include "store/snapshot.h"
#include "store/swap-moves.h"
#include "store/swap-note.h"

#define PENDING "restore.pending"
#define PENDING_MOST 4096 /* bytes: the names of two folders */
#define DATABASE "aftercare.db"
/* Its third line, which programs of before did not write. */
#define ONTO_NOTHING "onto-nothing"
#define ONTO_SHOP "onto-shop"

struct _CareSwap {
    char *data_dir;
    CareFolderLock *folder;
    CareConnection *
        database; /* of the shop that is there, with its lock of writing; NULL: it has none that can be held */
};

static gboolean
is_name(const char *text)
{
    return *text != '\0' && strchr(text, '/') == NULL && strcmp(text, ".") != 0 && strcmp(text, "..") != 0;
}

static CareSwapOnto
onto_of(const char *line)
{
    return g_strcmp0(line, ONTO_NOTHING) == 0 ? CARE_SWAP_ONTO_NOTHING
           : g_strcmp0(line, ONTO_SHOP) == 0  ? CARE_SWAP_ONTO_SHOP
                                              : CARE_SWAP_ONTO_ANYTHING;
}

/* What shall happen; FALSE: nothing, whatever has the name of that file. *left: there is one all the same. */
static gboolean
read_pending(const char *data_dir, CareSwapMoves *moves, gboolean *left)
{
    g_autofree char *pending = g_build_filename(data_dir, PENDING, NULL);
    g_autoptr(GBytes) bytes = care_plain_file_read(pending, NULL);
    g_autofree char *text = NULL;
    g_auto(GStrv) names = NULL;

    *left = bytes != NULL;
    if (bytes == NULL || g_bytes_get_size(bytes) > PENDING_MOST)
        return FALSE;
    text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    names = g_strsplit(text, "\n", -1);
    if (g_strv_length(names) < 2 || !is_name(names[0]) || !is_name(names[1])
        || strcmp(names[0], names[1]) == 0)
        return FALSE;
    *moves = (CareSwapMoves){ .data_dir = data_dir,
                              .staged = g_build_filename(data_dir, "backups", names[0], NULL),
                              .kept = g_build_filename(data_dir, "backups", names[1], NULL),
                              .onto = onto_of(names[2]) };
    return TRUE;
}

gboolean
care_swap_is_pending(const char *data_dir)
{
    g_auto(CareSwapMoves) moves = { 0 };
    gboolean left;

    return read_pending(data_dir, &moves, &left);
}

/* Whoever asked for it is told by the error, or by a note where that is gone by now. */
typedef enum { ASKED_NOW, ASKED_BEFORE } Asked;

static void
take_back(CareSwapMoves *moves, const char *pending, Asked asked, const GError *why)
{
    if (!care_swap_moves_take_back(moves))
        return;
    if (asked == ASKED_BEFORE)
        care_swap_note_write(moves->data_dir, moves->staged, why);
    g_unlink(pending);
}

/* What is put in the place of a shop that is well is one itself. Whoever asks for it now has looked through it a moment ago; it
 * may also have lain there, prepared, for long, or through a power cut. */
static gboolean
check_staged(const CareSwapMoves *moves, Asked asked, GError **error)
{
    g_autofree char *path = g_build_filename(moves->staged, DATABASE, NULL);

    return care_swap_moves_state(moves) == CARE_SWAP_COME
           || (care_file_head_check(path, error)
               && (asked == ASKED_NOW || care_file_body_check(path, error)));
}

/* As it stands now that the folder is held: another program may have ended it meanwhile. What cannot be carried out is taken
 * back if it can be, and is not tried again at each open: that would lock the shop. */
static gboolean
finish_held(const char *data_dir, Asked asked, GError **error)
{
    g_autoptr(GError) local = NULL;
    g_autofree char *pending = g_build_filename(data_dir, PENDING, NULL);
    g_auto(CareSwapMoves) moves = { 0 };
    gboolean left;

    if (!read_pending(data_dir, &moves, &left)) {
        if (left)
            g_unlink(pending);
        return TRUE;
    }
    if (!check_staged(&moves, asked, &local) || !care_swap_moves_make(&moves, &local)) {
        take_back(&moves, pending, asked, local);
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    care_swap_note_drop(data_dir); /* of one before */
    if (g_unlink(pending) == 0 || errno == ENOENT)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_FULL,
                _("The file %s cannot be removed. Nothing is lost; check the disk and its permissions and "
                  "try again."),
                pending);
    return FALSE;
}

/* The shop that was there is there again where it was taken back, and whoever opens it did not ask for another: whoever did
 * finds the note. */
static gboolean
settle_held(const char *data_dir, GError **error)
{
    g_autoptr(GError) local = NULL;

    if (finish_held(data_dir, ASKED_BEFORE, &local))
        return TRUE;
    if (!care_swap_is_pending(data_dir)) {
        g_debug("a restore was taken back: %s", local->message);
        return TRUE;
    }
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

gboolean
care_swap_finish(const char *data_dir, GError **error)
{
    g_auto(CareSwapMoves) moves = { 0 };
    g_autoptr(CareFolderLock) lock = NULL;
    gboolean left;

    if (!read_pending(data_dir, &moves, &left) && !left)
        return TRUE;
    lock = care_folder_lock(data_dir, CARE_FOLDER_ALONE, error);
    return lock != NULL && settle_held(data_dir, error);
}

/* Another may be ended in between. */
CareFolderLock *
care_swap_open_folder(const char *data_dir, GError **error)
{
    g_autoptr(CareFolderLock) lock = NULL;

    do {
        g_clear_pointer(&lock, care_folder_unlock);
        if (!care_swap_finish(data_dir, error))
            return NULL;
        lock = care_folder_lock(data_dir, CARE_FOLDER_BESIDE_OTHERS, error);
    } while (lock != NULL && care_swap_is_pending(data_dir));
    return g_steal_pointer(&lock);
}

/* Who is writing is waited for; a file that is damaged, or none of ours, has nobody who writes it. */
static gboolean
hold_database(CareSwap *self, GError **error)
{
    g_autofree char *path = g_build_filename(self->data_dir, DATABASE, NULL);
    g_autoptr(GError) local = NULL;

    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    self->database = care_connection_open(path, CARE_CONNECTION_WRITE, &local);
    if (self->database != NULL && care_lock_wait(self->database, &local))
        return TRUE;
    g_clear_pointer(&self->database, care_connection_close);
    if (!g_error_matches(local, CARE_ERROR, CARE_ERROR_BUSY))
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&local));
    return FALSE;
}

CareSwap *
care_swap_hold(const char *data_dir, GError **error)
{
    g_autoptr(CareSwap) self = g_new0(CareSwap, 1);

    self->data_dir = g_strdup(data_dir);
    self->folder = care_folder_lock(data_dir, CARE_FOLDER_ALONE, error);
    return self->folder != NULL && settle_held(data_dir, error) && hold_database(self, error)
               ? g_steal_pointer(&self)
               : NULL;
}

void
care_swap_let_go(CareSwap *self)
{
    if (self->database != NULL)
        care_lock_end(self->database);
    g_clear_pointer(&self->database, care_connection_close);
    g_clear_pointer(&self->folder, care_folder_unlock);
    g_free(self->data_dir);
    g_free(self);
}

gboolean
care_swap_begin(CareSwap *self, const char *staged, const char *kept, GError **error)
{
    g_autofree char *pending = g_build_filename(self->data_dir, PENDING, NULL);
    g_autofree char *database = g_build_filename(self->data_dir, DATABASE, NULL);
    GStatBuf info;
    const char *onto = g_lstat(database, &info) == 0 ? ONTO_SHOP : ONTO_NOTHING;
    g_autofree char *text = g_strdup_printf("%s\n%s\n%s\n", staged, kept, onto);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    g_return_val_if_fail(is_name(staged) && is_name(kept), FALSE);
    return care_swap_moves_check(self->data_dir, error) && care_file_write_durably(pending, bytes, error)
           && finish_held(self->data_dir, ASKED_NOW, error);
}
