/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Records to and from rows, all from the kind's table of fields. Deleted records load too: their stamp says so.
 * For the thread that owns the connection. */

/* The records with these ids, in any order, lists included; ids that are not there are left out. Transfer full. */
GPtrArray *care_records_load(CareConnection *connection, const CareKind *kind, const CareId *ids, guint n,
                             GError **error);
/* The same with only some of the lists, for who reads many and needs little of each: bit i stands for field i. */
GPtrArray *care_records_load_lists(CareConnection *connection, const CareKind *kind, const CareId *ids,
                                   guint n, guint64 lists, GError **error);
/* NULL and CARE_ERROR_NOT_FOUND when there is none. Transfer full. */
CareRecord *care_record_load(CareConnection *connection, const CareKind *kind, CareId id, GError **error);

gboolean care_record_insert(CareConnection *connection, CareRecord *record, GError **error);
/* Writes the columns, and the lists, that differ from old. */
gboolean care_record_update(CareConnection *connection, CareRecord *record, CareRecord *old, GError **error);

G_END_DECLS
