/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* Conditions as they are typed, "FIELD=V", "!=V", "<V", ">V", "~V", compiled to SQL over the kind's own columns; what
 * was typed is only ever bound. */
typedef struct _CareWhere CareWhere;

CareWhere *care_where_new(const CareKind *kind, const char *currency);
void care_where_free(CareWhere *self);
gboolean care_where_add(CareWhere *self, const char *condition, GError **error);
/* " AND …" for each condition; static while self lives. */
const char *care_where_sql(CareWhere *self);
/* Binds the values, the first to parameter 1, and gives the connection what "~" needs. */
void care_where_bind(CareWhere *self, CareStatement *statement);
void care_where_prepare(CareConnection *connection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareWhere, care_where_free)

G_END_DECLS
