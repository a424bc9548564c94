/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/folder-lock.h"

G_BEGIN_DECLS

/* CareSwap: puts a whole shop (database, files, issued papers) in the place of another. What shall happen is
 * written down first (DIR/restore.pending) and every move can be repeated: killed in the middle,
 * care_swap_finish() ends it at the next open, or takes it back where it cannot be carried out
 * (store/swap-moves.h), with a note of it (store/swap-note.h). While it is held nobody opens the shop
 * (store/folder-lock.h) or writes it, and what is read of it is its last word; whoever has it open all the same
 * writes no more when it has moved (care_connection_has_moved()). */
typedef struct _CareSwap CareSwap;

/* With a swap that was ended in the middle brought to its end. CARE_ERROR_BUSY; _FULL. */
CareSwap *care_swap_hold(const char *data_dir, GError **error);
void care_swap_let_go(CareSwap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareSwap, care_swap_let_go)
/* The shop must not be open here. staged and kept are names of folders below DIR/backups; what was there goes to
 * kept. CARE_ERROR_FULL; _REFUSED where something lies on another disk. Either is at its end, or nothing was
 * changed, or, where care_swap_is_pending(), the next open goes on with it and needs what is staged. */
gboolean care_swap_begin(CareSwap *self, const char *staged, const char *kept, GError **error);
gboolean care_swap_is_pending(const char *data_dir);
/* TRUE also when there is nothing to finish. Not while it is held. CARE_ERROR_BUSY; _FULL. */
gboolean care_swap_finish(const char *data_dir, GError **error);
/* The folder, to open the shop in it, with nothing left to finish. CARE_ERROR_BUSY; _FULL. Transfer full. */
CareFolderLock *care_swap_open_folder(const char *data_dir, GError **error);

G_END_DECLS
