/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/clock.h"
#include "model/record.h"
#include "store/change-set.h"
#include "store/connection.h"
#include "store/draft-owner.h"
#include "store/setting.h"
#include "store/transaction.h"
#include "store/worker.h"

G_BEGIN_DECLS

/* CareStore: one shop's data folder, open.
 *
 * Writing: a worker thread owns the write connection and runs transaction closures. Reading: the main thread has a
 * read connection of its own for short look-ups (a page of records by id); a second worker runs long reads.
 * Signals, on the main thread only: "changed" (CareChangeSet) after every commit, ours or another process's. Views
 * refresh from it and from nothing else. "replaced" once, when its database was put away (care_store_is_replaced()). */
#define CARE_TYPE_STORE (care_store_get_type())
G_DECLARE_FINAL_TYPE(CareStore, care_store, CARE, STORE, GObject)

typedef enum {
    CARE_STORE_WATCH = 1 << 0, /* notice commits of other processes; needs a running main loop */
} CareStoreFlags;

CareStore *care_store_open(const char *data_dir, CareClock *clock, CareStoreFlags flags, GError **error);
/* Waits for the writes that are under way. What is asked of it afterwards is refused: CARE_ERROR_BUSY. */
void care_store_close(CareStore *self);
/* Not closed yet: what was done in it can still be changed. */
gboolean care_store_is_open(CareStore *self);
/* Whether its database was put away, as by a restore: it can be read and not written any more. */
gboolean care_store_is_replaced(CareStore *self);
/* Whether the program that had it before did not close it: the file may be looked at then, while nobody waits. */
gboolean care_store_was_left_open(CareStore *self);
/* That it was, and was opened and closed since by somebody who did not look. */
void care_store_note_left_open(CareStore *self);
const char *care_store_data_dir(CareStore *self);
CareClock *care_store_clock(CareStore *self);
/* By whom its drafts are written. Transfer none; NULL when it is closed. */
CareDraftOwner *care_store_draft_owner(CareStore *self);

/* The person at the counter, who is written down with each change; 0: nobody in particular. */
CareId care_store_actor(CareStore *self);
void care_store_set_actor(CareStore *self, CareId staff);

/* A transaction, waited for: command line, tests, and nothing that a window does. */
gboolean care_store_write(CareStore *self, CareTransactionFunc func, gpointer data, GError **error);
/* A transaction for the window. func runs on the worker; data is freed on the thread that opened the store, behind the
 * callback. */
void care_store_write_async(CareStore *self, CarePriority priority, CareTransactionFunc func, gpointer data,
                            GDestroyNotify destroy, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean care_store_write_finish(CareStore *self, GAsyncResult *result, GError **error);

/* A transaction that makes something: func returns it, or NULL and *error, and free_result frees it where nobody takes
 * it. Waited for, and for the window (interactive; data as above). The answer is transfer full. */
typedef gpointer (*CareRunFunc)(CareTransaction *transaction, gpointer data, GError **error);
gpointer care_store_run(CareStore *self, CareRunFunc func, gpointer data, GDestroyNotify free_result,
                        GError **error);
void care_store_run_async(CareStore *self, CareRunFunc func, gpointer data, GDestroyNotify destroy,
                          GDestroyNotify free_result, GAsyncReadyCallback callback, gpointer user_data);
gpointer care_store_run_finish(CareStore *self, GAsyncResult *result, GError **error);

/* Short reads on the main thread (or the only thread of the command line). Transfer full. */
CareConnection *care_store_reader(CareStore *self);
CareRecord *care_store_get(CareStore *self, const CareKind *kind, CareId id, GError **error);
/* In the order of the ids; those that are gone are left out. */
GPtrArray *care_store_get_many(CareStore *self, const CareKind *kind, const CareId *ids, guint n,
                               GError **error);
/* Records by a named query (store/named-query.h) whose first column is an id, in the query's order. For lists that are
 * short by nature. */
GPtrArray *care_store_query(CareStore *self, const CareKind *kind, GError **error, const char *name,
                            const char *format, ...);
/* All that are there of a kind that is few by nature, by their names, at most limit. */
GPtrArray *care_store_get_all(CareStore *self, const CareKind *kind, guint limit, GError **error);
/* The first record that a named query finds; NULL when there is none, and when it cannot be read. Transfer full. */
CareRecord *care_store_find(CareStore *self, const CareKind *kind, const char *name, const char *format, ...);
char *care_store_setting(CareStore *self, const char *key);

/* A long read on the reading thread: func gets that thread's connection and returns something that free_result frees. */
typedef gpointer (*CareReadFunc)(CareConnection *connection, gpointer data, GError **error);
void care_store_read_async(CareStore *self, CareReadFunc func, gpointer data, GDestroyNotify destroy,
                           GDestroyNotify free_result, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
/* Waits a moment for what was asked for so far: an answer that comes at once stands in the very frame that shows the
 * question, not in the one after it. The answers still come by the main loop. Whether they are there. */
gboolean care_store_read_wait(CareStore *self, int milliseconds);
gpointer care_store_read_finish(CareStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
