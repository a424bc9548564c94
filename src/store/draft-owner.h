/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who writes drafts: one program of several that have the same shop open. Each has a mark by chance and, as long as it is
 * there, a lock on the shop's folder at the place that the mark says. The lock ends with the program however that ends, so
 * whoever comes later can tell the words of a window that is open from words that were left. Any thread. */
typedef struct CareDraftOwner CareDraftOwner;

/* data_dir: the shop's folder, which is there. Where its file system knows no such locks, others take this one for gone. */
CareDraftOwner *care_draft_owner_new(const char *data_dir);
void care_draft_owner_free(CareDraftOwner *self);
/* Transfer none. */
const char *care_draft_owner_mark(const CareDraftOwner *self);
/* Whether a mark is that of another one who is still there. */
gboolean care_draft_owner_is_taken(const CareDraftOwner *self, const char *mark);

/* What is kept in a row goes with a save, or for good. Between begin and commit, on the store's worker; asked: when somebody
 * asked for it, by g_get_monotonic_time(). */
void care_draft_owner_begin(CareDraftOwner *self, gint64 asked);
void care_draft_owner_forget(CareDraftOwner *self, const char *row);
void care_draft_owner_commit(CareDraftOwner *self);
/* Whether anything waits that was asked to be kept and is not written yet. What goes is remembered for it alone, and until
 * nothing waits; say so before the time of asking is taken. */
void care_draft_owner_set_waiting(CareDraftOwner *self, gboolean waiting);
/* Whether what was asked to be kept in the row at that time, and was refused, has gone so meanwhile: it is not to be kept
 * any more. */
gboolean care_draft_owner_has_forgotten(CareDraftOwner *self, const char *row, gint64 asked);

/* Nobody's mark: 16 hexadecimal digits. Transfer full. */
char *care_draft_mark_new(void);
/* Where the mark begins in a text that ends with one, "@" and all; NULL: it does not. */
const char *care_draft_mark_find(const char *text);

G_END_DECLS
