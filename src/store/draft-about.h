/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* Everybody's drafts that are about a record go, where that goes for good: those whose key names it (draft.h), of whatever
 * editor, those in which it stands by the name of its kind ("customer" in a call or an intake), and what belongs to such a one.
 * Within a transaction, on the worker. */
gboolean care_draft_forget_about(CareTransaction *transaction, const char *kind, CareId id, GError **error);

G_END_DECLS
