/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Conditions as they are typed, "FIELD=V", "!=V", "<V", ">V", "~V", compiled to SQL over the kind's own columns; what
 * was typed is only ever bound. */
typedef struct _CareWhere CareWhere;

/* currency: of amounts that are typed. */
CareWhere *care_where_new(const CareKind *kind, const char *currency);
void care_where_free(CareWhere *self);
/* G_OPTION_ERROR_BAD_VALUE for what is no condition; the field's own error for a value that it cannot have. */
gboolean care_where_add(CareWhere *self, const char *condition, GError **error);
/* The records that fit all conditions, in the order of their kind, at most limit (-1: all); with deleted those that
 * were deleted, the latest first. Transfer full. For the thread that owns the connection. */
GArray *care_where_ids(CareWhere *self, CareConnection *connection, gboolean deleted, gint64 limit,
                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareWhere, care_where_free)

G_END_DECLS
