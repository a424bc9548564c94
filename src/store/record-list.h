/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The lists of a record as rows of their own tables, in the order of their positions, which only ever grow. For the
 * thread that owns the connection. */

/* Writes what differs from old, row by row: what is gone is deleted, what is new gets an id. old is the record as it is
 * stored, or NULL when none of its rows is. */
gboolean care_record_list_write(CareConnection *connection, CareRecord *record, CareRecord *old, int field,
                                GError **error);

void care_statement_bind_field(CareStatement *statement, int parameter, CareRecord *record, int field);

G_END_DECLS
