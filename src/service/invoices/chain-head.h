/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* CareChainHead: where the chain of issued documents ends, kept a second time beside the database (aftercare.head) and in
 * every backup. A chain shows what was altered or taken out of it, but not that its last links are gone; its head does.
 * Written behind each commit that issues something, so it never tells of a document that was not issued. */
typedef struct {
    gint64 order;         /* of the last document; 0: none yet */
    char *chain;          /* its seal */
    GHashTable *counters; /* series ("2026") → gint64*, the last number given out */
} CareChainHead;

void care_chain_head_free(CareChainHead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareChainHead, care_chain_head_free)

/* Before the first document. Transfer full. */
CareChainHead *care_chain_head_new(void);
/* As the database says. */
CareChainHead *care_chain_head_read(CareConnection *connection, GError **error);
/* As text; NULL for what is none. All transfer full. */
char *care_chain_head_to_text(const CareChainHead *self);
CareChainHead *care_chain_head_parse(const char *text);
/* The file in the shop's folder: NULL if there is none. *damaged, if it is none of ours or cannot be read. */
CareChainHead *care_chain_head_load(const char *data_dir, gboolean *damaged);
gboolean care_chain_head_store(const char *data_dir, const char *text, GError **error);
/* What stands in its place and is no file (a folder, a pipe) goes to backups/head: nothing could be written there. */
gboolean care_chain_head_make_room(const char *data_dir, GError **error);
gboolean care_chain_head_remove(const char *data_dir, GError **error);
/* The last number of a series; 0 if there is none. */
gint64 care_chain_head_counter(const CareChainHead *self, const char *series);

/* A document is issued in this transaction: the head follows behind its commit. The first one begins it. */
gboolean care_chain_head_will_move(CareTransaction *transaction, gint64 order, GError **error);
/* Brings the file up to the database, if what it says is still true there. A head that knows of more stays, and one that
 * is gone or damaged is left so: verify tells it, and only care_chain_head_rebuild() makes it anew. */
gboolean care_chain_head_follow(CareConnection *connection, const char *data_dir, GError **error);
/* At a start: follows, and begins one in a shop that has documents and never had a head. Opening thread. */
gboolean care_chain_head_open(CareStore *store, GError **error);
/* The same for a shop that nobody has opened yet. The connection is for writing, outside a transaction. */
gboolean care_chain_head_adopt(CareConnection *connection, const char *data_dir, GError **error);
/* Makes the file anew where it is missing or unreadable, because somebody asked for it; not where the setting, a counter
 * or a paper in issued/ knows of later documents than the database. *made: whether it was; of a shop without documents, one
 * that cannot be read is removed. Within a transaction. */
gboolean care_chain_head_rebuild(CareConnection *connection, const char *data_dir, gboolean *made,
                                 GError **error);
gboolean care_chain_head_can_rebuild(CareConnection *connection, const char *data_dir, gboolean *can,
                                     GError **error);
/* Whether that number may be given out: refused where the head knows of it or of later documents, and where a shop that
 * has had a head has none. */
gboolean care_chain_head_check_next(CareTransaction *transaction, const char *series, gint64 sequence,
                                    GError **error);

G_END_DECLS
