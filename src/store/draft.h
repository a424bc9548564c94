/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Unsaved work of an open editor, kept over a crash. A draft has a key (what is edited) and a text (the editor's
 * own); saving it is no change of the shop's records and nothing is told to the views. */

/* The key of a record's editor, whose word is most often the kind: "customer:123", or "customer:new" for id 0.
 * Transfer full. */
char *care_draft_key(const char *word, CareId id);
/* Of a new record of a customer, "note:new-123": what is begun for two of them are two drafts. 0 for nobody's. Transfer
 * full. */
char *care_draft_key_of_new(const char *word, CareId customer);
/* Transfer full; NULL when there is none. */
char *care_draft_read(CareStore *store, const char *key);
/* The keys of all drafts, the newest first. Transfer full. */
GStrv care_draft_keys(CareStore *store);
/* Keeps a text under a key, or with NULL forgets it. Written in the background; one after another, in order. */
void care_draft_write(CareStore *store, const char *key, const char *text);
/* Forgets a draft in the transaction in which its record is saved, or goes for good. */
gboolean care_draft_forget(CareTransaction *transaction, const char *key, GError **error);

G_END_DECLS
