/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What can be asked of the rows of any kind, whichever it is; questions about one kind are named queries. For the thread
 * that owns the connection. "There" is what is not deleted, nor
 * hidden with whom it belongs to: live_KIND. */

/* Whether there is one; FALSE when it cannot be read. */
gboolean care_kind_has_any(CareConnection *connection, const CareKind *kind);
/* Whether there ever was one, deleted or not; fallback when it cannot be read. */
gboolean care_kind_had_any(CareConnection *connection, const CareKind *kind, gboolean fallback);
/* How many are not deleted, whoever is; -1 when they cannot be counted. */
gint64 care_kind_count(CareConnection *connection, const CareKind *kind);
/* All that are there, by their names or by their ids, at most limit (0: all). Transfer full. */
GArray *care_kind_ids_by_name(CareConnection *connection, const CareKind *kind, guint limit, GError **error);
GArray *care_kind_ids_by_id(CareConnection *connection, const CareKind *kind, GError **error);
/* The next n after an id, deleted or not, in the order of their ids. Transfer full. NULL with CARE_ERROR_CORRUPT where a
 * damaged file gives an id that does not rise, so that no walk through all of them goes on for ever. */
GArray *care_kind_ids_after(CareConnection *connection, const CareKind *kind, CareId after, guint n,
                            GError **error);

/* SQL: the rows of %1$s (a kind with a number) that are there, of the year ?1 ("": of any) and the sequence ?2, which is
 * written with ?3 digits. From year to year by the index of the number; each is looked up. */
#define CARE_KIND_NUMBERED                                                                                   \
    "WITH RECURSIVE year (name) AS (SELECT substr(min(number), 1, 4) FROM %1$s WHERE number IS NOT NULL "    \
    "UNION SELECT (SELECT substr(min(number), 1, 4) FROM %1$s WHERE number > year.name || '~') FROM year "   \
    "WHERE year.name IS NOT NULL) "                                                                          \
    "SELECT record.id FROM year CROSS JOIN %1$s AS record "                                                  \
    "ON record.number = format('%%s-%%0*d', year.name, ?3, ?2) "                                             \
    "WHERE record.deleted_at IS NULL AND year.name IS NOT NULL AND (?1 = '' OR year.name = ?1)"

/* Those with the number of that year ("": whichever) and sequence. Transfer full. */
GArray *care_kind_ids_numbered(CareConnection *connection, const CareKind *kind, const char *year,
                               gint64 sequence, GError **error);

/* SQL: whether a row is one of what was deleted. What was added and taken back is not, for it did not happen
 * (care_transaction_take_back()). The one condition of every door that shows it. */
#define CARE_KIND_WAS_DELETED "deleted_at IS NOT NULL AND id NOT IN taken_back"

/* What was deleted since then, the latest first, at most limit (0: all): the columns of a row are id and deleted_at. */
gboolean care_kind_each_deleted(CareConnection *connection, const CareKind *kind, CareInstant since,
                                guint limit, CareRowFunc func, gpointer data, GError **error);
/* Their ids, of all of them. Transfer full. */
GArray *care_kind_ids_deleted(CareConnection *connection, const CareKind *kind, CareInstant since,
                              GError **error);
/* The one that was deleted next after (*at, *id) and before then; *id is 0 if there is none. */
gboolean care_kind_next_deleted(CareConnection *connection, const CareKind *kind, CareInstant before,
                                CareInstant *at, CareId *id, GError **error);

/* Rows whose field refers to a record, deleted or not: the columns are id, and the id of the record that holds the row,
 * which is another for a row of a list. */
gboolean care_kind_each_referrer(CareConnection *connection, const CareKind *kind, int field, CareId to,
                                 CareRowFunc func, gpointer data, GError **error);
/* Their ids. Transfer full. */
GArray *care_kind_referrers(CareConnection *connection, const CareKind *kind, int field, CareId to,
                            GError **error);
/* The records of a kind that a file of an import brought as new. */
typedef struct {
    const CareKind *kind;
    CareId import;
    guint file;
    int schema; /* that its rows were written by; 0: it does not matter */
} CareKindBrought;

/* Whether the record id, of whatever kind, is new by that file. */
gboolean care_kind_was_brought(CareConnection *connection, const CareKindBrought *brought, CareId id,
                               gboolean *was, GError **error);
/* Their rows, or those of the kind that their lists hold, whose field refers to a record that is not there, not even
 * deleted: the columns are the id of the record that holds the row, and the one that is not there. */
gboolean care_kind_each_dangling(CareConnection *connection, const CareKindBrought *brought,
                                 const CareKind *kind, int field, CareRowFunc func, gpointer data,
                                 GError **error);
/* Those of them that are not deleted whose field refers to a record that is: the columns are the two ids. */
gboolean care_kind_each_hidden(CareConnection *connection, const CareKindBrought *brought, int field,
                               CareRowFunc func, gpointer data, GError **error);
/* Whose the record is, deleted or not; 0 when it is nobody's, is not there, or its kind is no customer's. */
gboolean care_kind_customer_of(CareConnection *connection, const CareKind *kind, CareId id, CareId *customer,
                               GError **error);
/* *deleted: when the record was deleted, 0 if it is there, CARE_KIND_IS_NOWHERE if there is none, not even deleted. */
gboolean care_kind_deleted_at(CareConnection *connection, const CareKind *kind, CareId id, gint64 *deleted,
                              GError **error);
#define CARE_KIND_IS_NOWHERE (-1)
/* *leads: whether the way of what the record from refers to by the field, to its own kind, and of what that refers to, comes to
 * the record to; from itself is its beginning. What nobody follows so far is none. */
gboolean care_kind_leads_to(CareConnection *connection, const CareKind *kind, int field, CareId from,
                            CareId to, gboolean *leads, GError **error);
/* Rows of the kind, deleted or not, whose id no row is given: nothing, or less. The columns are the id, and that of the
 * record that holds the row. */
gboolean care_kind_each_odd_id(CareConnection *connection, const CareKind *kind, CareRowFunc func,
                               gpointer data, GError **error);
/* Whether a record of any kind, deleted or not, has the id: no two may have one. */
gboolean care_kinds_have_id(CareConnection *connection, CareId id, gboolean *have, GError **error);
/* The ids that records of two kinds have. */
gboolean care_kinds_each_shared_id(CareConnection *connection, CareRowFunc func, gpointer data,
                                   GError **error);
/* Empties the field of those rows. Stamps nothing. */
gboolean care_kind_forget_reference(CareConnection *connection, const CareKind *kind, int field, CareId to,
                                    GError **error);
/* Leaves open who changed last what that person did, and what the file brought as changed by somebody who is not there, not
 * even deleted. Stamps nothing else; in no transaction of its own. */
gboolean care_kind_forget_writer(CareConnection *connection, const CareKind *kind, CareId staff,
                                 GError **error);
gboolean care_kind_forget_strange_writers(CareConnection *connection, const CareKindBrought *brought,
                                          GError **error);
/* What was deleted was so later by that, and nothing after now: then at this time of that day. Stamps nothing else. */
gboolean care_kind_move_deletions(CareConnection *connection, const CareKind *kind, CareInstant by,
                                  CareInstant now, GError **error);
/* What was deleted before it was made was deleted now, at this time of the day. Stamps nothing else. */
gboolean care_kind_begin_deletions(CareConnection *connection, const CareKind *kind, CareInstant now,
                                   GError **error);

G_END_DECLS
