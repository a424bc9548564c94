/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
    CareId id;
    char *reason; /* a sentence */
} CareImportKept;

typedef struct {
    guint removed;
    GPtrArray *kept; /* CareImportKept */
} CareImportRevert;

void care_import_revert_free(CareImportRevert *revert);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareImportRevert, care_import_revert_free)

/* Takes an import back: what it made goes for good, what it added to goes back to what it was. A record that was
 * changed since, or that something refers to by now, is kept and named. Chunk by chunk; killed in the middle, it goes
 * on at the next open. Waits; for the command line and tests. Transfer full. */
CareImportRevert *care_import_revert(CareStore *store, CareId import, GError **error);
void care_import_revert_async(CareStore *store, CareId import, GAsyncReadyCallback callback,
                              gpointer user_data);
CareImportRevert *care_import_revert_finish(CareStore *store, GAsyncResult *result, GError **error);

/* Whether one was ended and nobody is at it: recovering takes a while then. */
gboolean care_import_find_unfinished(CareStore *store, gboolean *unfinished, GError **error);
/* Reverts what a killed import or revert left unfinished, unless its process still lives. Call after opening. */
gboolean care_import_recover(CareStore *store, GError **error);
/* The same beside the window, a chunk after another, for imports that were long. TRUE from finish: it is done, or
 * somebody else is at it. Main thread. */
void care_import_recover_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data);
gboolean care_import_recover_finish(CareStore *store, GAsyncResult *result, GError **error);
/* The same by whoever has the lock, and keeps it: nobody begins another import on what is half there. The
 * latter ends in care_import_recover_finish(), too. */
gboolean care_import_recover_held(CareStore *store, GError **error);
void care_import_recover_held_async(CareStore *store, GAsyncReadyCallback callback, gpointer user_data);

/* Who imports or reverts holds this; nobody else may. The lock goes with its process. -1 with CARE_ERROR_BUSY: another has it;
 * _FULL, _REFUSED: nobody can have it. */
int care_import_lock(CareStore *store, GError **error);
void care_import_unlock(int lock);

G_END_DECLS
