/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/draft-changes.h"

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

/* What it asks for and is not in the shop yet. Transfer none. */
CareDraftChanges *care_draft_owner_changes(CareDraftOwner *self);

/* Nobody's mark: 16 hexadecimal digits. Transfer full. */
char *care_draft_mark_new(void);
/* Where the mark begins in a text that ends with one, "@" and all; NULL: it does not. */
const char *care_draft_mark_find(const char *text);

G_END_DECLS
