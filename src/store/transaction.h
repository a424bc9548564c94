/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "model/record.h"
#include "store/change-set.h"
#include "store/connection.h"
#include "store/draft-owner.h"

G_BEGIN_DECLS

/* CareTransaction: what a transaction closure works with, on the store's worker thread, between BEGIN IMMEDIATE and
 * COMMIT. Any GError rolls everything back. Records passed in belong to the closure, never to the main thread. */
typedef struct _CareTransaction CareTransaction;

/* Long work commits in pieces of about this long, so that what somebody saves meanwhile waits no longer. */
#define CARE_TRANSACTION_CHUNK_USEC (50 * 1000)

typedef gboolean (*CareTransactionFunc)(CareTransaction *transaction, gpointer data, GError **error);

CareConnection *care_transaction_connection(CareTransaction *self);
CareInstant care_transaction_now(CareTransaction *self);
CareDate care_transaction_today(CareTransaction *self);
GTimeZone *care_transaction_zone(CareTransaction *self);
const CareShopFacts *care_transaction_shop(CareTransaction *self);
const char *care_transaction_data_dir(CareTransaction *self);
/* Whose drafts are ours (draft-owner.h). */
CareDraftOwner *care_transaction_draft_owner(CareTransaction *self);

/* Prepares, validates and writes what differs from old, the record as it is stored: NULL for a new one, which gets its
 * id. The stamp is set here. For the flows of the kinds, which know what else goes with it (service/flow.h). */
gboolean care_transaction_save(CareTransaction *self, CareRecord *record, CareRecord *old, GError **error);
/* Writes a record exactly as it is, its id and stamp included: for import of our own export. schema: the oldest that it may
 * have been entered under (care_record_check_taken()). */
gboolean care_transaction_restore_verbatim(CareTransaction *self, CareRecord *record, int schema,
                                           GError **error);
/* The same for one that is stored: what differs from old, the record as it is stored. */
gboolean care_transaction_put_back(CareTransaction *self, CareRecord *record, CareRecord *old,
                                   GError **error);
CareRecord *care_transaction_load(CareTransaction *self, const CareKind *kind, CareId id, GError **error);
/* Marks a record as deleted, the record being as it is stored, and back: "Recently deleted" keeps it until it is
 * purged. What comes back is prepared and validated as by a save, old being how it is stored. For the flows too. */
gboolean care_transaction_remove(CareTransaction *self, CareRecord *record, GError **error);
gboolean care_transaction_undelete(CareTransaction *self, CareRecord *record, CareRecord *old,
                                   GError **error);
/* When what is deleted now, or an import that is run now, says that it was. The clock's now, but where that is before the day
 * on which the shop was last looked through for what is to go: then this time of that day. Such a clock is behind, or a
 * day is pretended, and what is deleted by it would be weeks old to the next that is right (docs/decisions/0012). */
CareInstant care_transaction_deleting(CareTransaction *self);
/* As what was added and taken back, whoever has touched it; when somebody did stays to be read in it. */
gboolean care_transaction_remove_made(CareTransaction *self, CareRecord *record, GError **error);
/* From here on, what was done at this instant is taken back. What is removed as it was added then, and untouched since, did not
 * happen, so it is none of what was deleted (care_kind_each_deleted()). It can come back and is purged like the rest. */
void care_transaction_take_back(CareTransaction *self, CareInstant added);
/* When that was done; 0: nothing is taken back. */
CareInstant care_transaction_taken_back(CareTransaction *self);
/* With what a record is compared to find what is entered in it: old (nullable), as it is stored, or the record itself where
 * something is taken back. Who does that enters nothing: what a shop has held for long comes back as it was. */
static inline CareRecord *
care_transaction_what_stood(CareTransaction *self, CareRecord *record, CareRecord *old)
{
    return care_transaction_taken_back(self) != 0 ? record : old;
}
/* Deletes for good. The caller has dealt with what refers to it. */
gboolean care_transaction_purge(CareTransaction *self, const CareKind *kind, CareId id, GError **error);
/* No shop has given out more numbers in one series. */
#define CARE_NUMBER_MAX 999999999
/* None that came from elsewhere is higher: behind it there is room for all that a shop gives out itself. */
#define CARE_NUMBER_FARTHEST (CARE_NUMBER_MAX - 1000000)
/* The next number of a series, taken in this transaction: none is lost when it fails. 0 where its counter stands at a number
 * that none can follow, which something else wrote there. */
gboolean care_transaction_next_number(CareTransaction *self, const char *series, gint64 *out, GError **error);
/* Lets this transaction touch issued documents for a named operation, and leaves an audit row; of two files of one import, two. */
gboolean care_transaction_open_guard(CareTransaction *self, const char *op, const char *detail,
                                     GError **error);

/* Runs func once this transaction has been committed, on the worker, outside any; not at all if it is undone. One for
 * each transaction: the last that was named. What it does may fail without a word. Returns whether it was named before. */
typedef void (*CareCommittedFunc)(CareConnection *connection, const char *data_dir);
gboolean care_transaction_when_committed(CareTransaction *self, CareCommittedFunc func);

/* The file at that path was made for rows that this transaction writes: it goes again if that is undone. */
void care_transaction_made_file(CareTransaction *self, const char *path);

/* For made-up shops: what follows in this transaction happened then, and new ids count on from *serial, so that the
 * same story gives the same shop. */
void care_transaction_pretend(CareTransaction *self, CareInstant now, guint *serial);

/* What follows changes nothing that a view shows; nobody is told, until the end says of a kind: read it anew. */
void care_transaction_hush(CareTransaction *self);
void care_transaction_tell(CareTransaction *self, const CareKind *kind);

/* The order of the shop's sort keys, as a CareCollator names it. Changing it makes no key anew: see sort-keys.h. */
const char *care_transaction_sort_order(CareTransaction *self);
gboolean care_transaction_set_sort_order(CareTransaction *self, const char *order, GError **error);

/* Who signs what is done (actor.h); 0: nobody. */
CareId care_transaction_actor(CareTransaction *self);
/* The shop's settings; NULL value removes. */
char *care_transaction_setting(CareTransaction *self, const char *key);
gboolean care_transaction_set_setting(CareTransaction *self, const char *key, const char *value,
                                      GError **error);

G_END_DECLS
