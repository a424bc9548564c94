/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was there when a swap began. */
typedef enum {
    CARE_SWAP_ONTO_ANYTHING, /* a program of before did not say */
    CARE_SWAP_ONTO_NOTHING,
    CARE_SWAP_ONTO_SHOP,
} CareSwapOnto;

/* CareSwapMoves: the files and folders that change places where one shop takes that of another (store/swap.h). First all of
 * the old one goes, the database before the rest; then the new one comes, the database before the rest. So until that is in
 * its place all can be taken back, and from then on there is nothing but to go on. Every move can be repeated, and what is
 * still staged has not been moved yet. For who holds the folder alone. */
typedef struct {
    const char *data_dir;
    char *staged; /* owned */
    char *kept;   /* owned; what was there goes to it */
    char *
        later; /* owned; below kept, for what came into a place that was free for a moment; NULL: nothing yet */
    CareSwapOnto onto;
} CareSwapMoves;

void care_swap_moves_clear(CareSwapMoves *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CareSwapMoves, care_swap_moves_clear)

/* By where the databases are. One that is in place where nobody knows what was there before is taken for the new one. */
typedef enum {
    CARE_SWAP_STAGED, /* the new one waits for its move */
    CARE_SWAP_COME,   /* it is in its place */
    CARE_SWAP_LOST,   /* somebody took it away before it was moved */
} CareSwapState;

CareSwapState care_swap_moves_state(const CareSwapMoves *self);
/* CARE_ERROR_FULL; _REFUSED where something lies on another disk. */
gboolean care_swap_moves_make(CareSwapMoves *self, GError **error);
/* FALSE: the new shop has begun to come, or something cannot be moved back. */
gboolean care_swap_moves_take_back(CareSwapMoves *self);
/* Whether what has to be moved lies on one disk, as far as can be told without moving it. CARE_ERROR_REFUSED. */
gboolean care_swap_moves_check(const char *data_dir, GError **error);

G_END_DECLS
