/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/kind.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* holder: the record whose text it is, or in whose list it stands. */
typedef void (*CareUnreadableFunc)(CareId holder, const CareField *field, gpointer data);

/* func for each text of the kind, deleted records and rows of their lists too, that is none: everybody else is given
 * something readable in its place (care_statement_text()). */
gboolean care_kind_each_unreadable(CareConnection *connection, const CareKind *kind, CareUnreadableFunc func,
                                   gpointer data, GError **error);

G_END_DECLS
