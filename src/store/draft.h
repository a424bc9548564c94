/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Unsaved work of an open editor, kept over a crash. A draft has a key (what is edited) and a text (the editor's
 * own); saving it is no change of the shop's records and nothing is told to the views.
 *
 * Several programs may have the shop open, and each writes its own draft of a key: the row bears its mark besides
 * (draft-owner.h). What another one is writing is not seen here, and left alone; what one left that is gone is offered to
 * whoever looks next, and belongs to who takes it up. What the shop does not take, because somebody holds it or the disk is
 * full, is kept here and tried again until it is written; who reads finds it here before. Main thread, but for what takes a
 * transaction. */

/* The key of a record's editor, whose word is most often the kind: "customer:123", or "customer:new" for id 0.
 * Transfer full. */
char *care_draft_key(const char *word, CareId id);
/* Of a new record of a customer, "note:new-123": what is begun for two of them are two drafts. 0 for nobody's. Transfer
 * full. */
char *care_draft_key_of_new(const char *word, CareId customer);
/* Our own draft or else the latest that was left, for who only shows it. Transfer full; NULL when there is none. */
char *care_draft_peek(CareStore *store, const char *key);
/* The same for its editor: what was left is ours from now on. */
char *care_draft_read(CareStore *store, const char *key);
/* Forgets what that would give: there is nothing to go on with any more. */
void care_draft_drop(CareStore *store, const char *key);
/* The keys of all drafts that are ours or were left, the newest first, each once. Transfer full. */
GStrv care_draft_keys(CareStore *store);
/* Keeps a text under a key, or with NULL forgets our own. Written in the background; one after another, in order. */
void care_draft_write(CareStore *store, const char *key, const char *text);
/* Where an earlier draft of the key stays as if it had been left, when another one is kept: nobody's row yet. Transfer full. */
char *care_draft_aside(const char *key);
/* Keeps a text as care_draft_write(), and in the same transaction what is still there and says what the earlier one does goes
 * aside: however often it was refused before, neither is written over the other. */
void care_draft_write_beside(CareStore *store, const char *key, const char *text, const char *aside,
                             const char *earlier);
/* The text, which was kept beside, goes to next, and the earlier one is ours again: both or neither. */
void care_draft_swap(CareStore *store, const char *key, const char *text, const char *aside,
                     const char *earlier, const char *next);
/* Forgets our own in the transaction in which its record is saved. What was refused of it before is written first: an earlier
 * one may be in the row still, and goes aside. */
gboolean care_draft_forget(CareTransaction *transaction, const char *key, GError **error);

G_END_DECLS
