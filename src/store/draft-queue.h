/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What draft.c asks for and is not in the shop yet, in the order in which it was asked for. A write that is refused, because
 * another program holds the shop or the disk is full, stays here and is tried again by itself, with the next one or a moment
 * later: nobody has the words but the window, which may go. Main thread, but for func. */
typedef struct CareDraftChange CareDraftChange;

/* On the store's worker; may be called again after it was undone. */
typedef gboolean (*CareDraftFunc)(CareTransaction *transaction, const CareDraftChange *change,
                                  GError **error);

struct CareDraftChange {
    CareDraftFunc func;
    char *key;          /* of the row */
    char *text;         /* NULL forgets it */
    char *next;         /* nullable: the key that it gets */
    char *aside;        /* nullable: the key of one that may be in the row still */
    char *earlier;      /* and what that says */
    gboolean only_name; /* the row gets another name, and nothing was typed */
    gint64 asked;       /* when: the queue's */
    gboolean under_way; /* the queue's */
};

/* Takes what is in it. */
void care_draft_queue_add(CareStore *store, const CareDraftChange *change);
/* What the row will say, if it is still to be written: NULL, that it will be gone. FALSE: what the shop has of it. */
gboolean care_draft_queue_find(CareStore *store, const char *row, const char **text);

/* Now rather than after the pause, for who leaves. */
void care_drafts_write_again(CareStore *store);
/* Why words that were to be kept are not in the shop yet. Transfer none; NULL: they are, or nothing was refused so far. */
const GError *care_drafts_refusal(CareStore *store);
/* Puts them beside the shop instead (draft-left.h), for who cannot wait until it takes them. FALSE: they are lost. */
gboolean care_drafts_leave(CareStore *store, GError **error);
/* Words that are refused are lost from now on: somebody said that they may be, and leaves. */
void care_drafts_give_up(CareStore *store);

G_END_DECLS
