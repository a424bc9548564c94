/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* What is done with all of a connection at once: a moment to read from, a mark to go back to, the file itself. For the
 * thread that owns the connection. */

/* What is read from here on is of one moment, whatever is written meanwhile. */
gboolean care_snapshot_begin(CareConnection *connection, GError **error);
void care_snapshot_end(CareConnection *connection);

/* Holds the lock of writing, outside a transaction, if nobody else does; without waiting, and from then on the connection
 * waits for nobody. CARE_ERROR_BUSY: somebody does. Whoever ends it has written nothing. */
gboolean care_lock_try(CareConnection *connection, GError **error);
/* The same with the patience of any statement. */
gboolean care_lock_wait(CareConnection *connection, GError **error);
void care_lock_end(CareConnection *connection);

/* Within a transaction: what is written behind the mark can be taken back alone. Marks nest; each ends by one of both. */
gboolean care_mark_set(CareConnection *connection, GError **error);
gboolean care_mark_keep(CareConnection *connection, GError **error);
void care_mark_go_back(CareConnection *connection);
/* Within a transaction: whether nothing refers to what is not there, or the whole could not be kept at its end. */
gboolean care_lock_is_settled(CareConnection *connection);

/* Whether SQLite finds nothing wrong with the file, its indexes included: seconds in a large shop. FALSE when it cannot be
 * read. */
gboolean care_connection_is_sound(CareConnection *connection);
/* The same, told apart from what keeps it from being looked at: FALSE with the error then. */
gboolean care_connection_find_damage(CareConnection *connection, gboolean *damaged, GError **error);
/* The same without the indexes, in a fraction of the time: CARE_ERROR_CORRUPT with a sentence if the file is damaged. */
gboolean care_connection_check(CareConnection *connection, GError **error);
/* Everything into one file, without a log beside it; readers do not block writers. */
gboolean care_connection_copy(CareConnection *connection, const char *path, GError **error);
/* What is in the log goes into the file. */
gboolean care_connection_empty_log(CareConnection *connection, GError **error);
/* Puts all of it into the file, and keeps no log beside it from then on: a copy. */
gboolean care_connection_single(CareConnection *connection, GError **error);

G_END_DECLS
