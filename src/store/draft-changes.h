/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What draft.c asks for and is not in the shop yet, in the order in which it was asked for. It stays here until the transaction
 * that writes it has committed, and none is written without those before it: each relies on what they leave in the rows. Asked
 * for by the thread that opened the store, written by its worker. */
typedef struct CareDraftChanges CareDraftChanges;

typedef struct CareDraftChange CareDraftChange;
typedef struct _CareTransaction CareTransaction;

/* How one is written: see draft-rows.h. */
typedef struct {
    const char *word; /* by which it is known where it waits beside the shop */
    /* On the worker; is called again where it was undone. */
    gboolean (*write)(CareTransaction *transaction, const CareDraftChange *change, GError **error);
    gboolean only_name; /* the row gets another name, and nothing was typed */
} CareDraftWay;

struct CareDraftChange {
    const CareDraftWay *way;
    char *key;     /* of the row */
    char *text;    /* NULL forgets it */
    char *next;    /* nullable: the key that it gets */
    char *aside;   /* nullable: the key of one that may be in the row still */
    char *earlier; /* and what that says */
    gint64 asked;  /* when: add()'s */
};

/* Frees what is in it. */
void care_draft_change_clear(CareDraftChange *change);

CareDraftChanges *care_draft_changes_new(void);
void care_draft_changes_free(CareDraftChanges *self);

/* Takes what is in it; self is NULL where the store is closed, and it is lost. One that it makes up for goes: whoever types
 * while the shop is held writes the same row again and again. */
void care_draft_changes_add(CareDraftChanges *self, const CareDraftChange *change);
/* What the row will say, transfer full, if that is still to be written: NULL, that it will be gone. FALSE: what the shop has of
 * it. */
gboolean care_draft_changes_find(CareDraftChanges *self, const char *row, char **text);
/* Whether a row is still to get this other name. */
gboolean care_draft_changes_renames(CareDraftChanges *self, const char *row, const char *to);
gboolean care_draft_changes_any(CareDraftChanges *self);
/* Whether there is more among them than names and what was thrown away. */
gboolean care_draft_changes_has_words(CareDraftChanges *self);
/* Each of them, in their order; func asks for none. */
void care_draft_changes_each(CareDraftChanges *self,
                             void (*func)(const CareDraftChange *change, gpointer data), gpointer data);
/* They are lost. */
void care_draft_changes_clear(CareDraftChanges *self);

/* On the worker, within a transaction that begin() was told of; asked: when somebody asked for that, by
 * g_get_monotonic_time(). Writes what was asked for until then: all, or what ends in one row; row is nullable. What it wrote
 * it writes no second time; that is done with by commit(), and stays where nothing calls that. */
void care_draft_changes_begin(CareDraftChanges *self, gint64 asked);
gboolean care_draft_changes_write(CareDraftChanges *self, CareTransaction *transaction, const char *row,
                                  GError **error);
void care_draft_changes_commit(CareDraftChanges *self);

G_END_DECLS
