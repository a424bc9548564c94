/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/transaction.h"

G_BEGIN_DECLS

/* What an export says of a record that the shop has: of a field that its schema did not have it says nothing. NULL: it makes
 * no record. Transfer full. */
CareRecord *care_archive_as_brought(CareTransaction *transaction, JsonObject *object, CareRecord *known);
/* Whether that is nothing else than the shop says. What follows from other rows, as whether a job is to bill and what was paid
 * on an invoice, is made anew when those are here, and is no word of the record's own. brought: nullable. */
gboolean care_archive_is_same(CareTransaction *transaction, CareRecord *brought, CareRecord *known);
/* Why what is here, and says something else, is not taken over: a sentence. */
const char *care_archive_say_other(CareTransaction *transaction, CareRecord *known);

G_END_DECLS
