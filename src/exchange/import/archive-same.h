/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/transaction.h"

G_BEGIN_DECLS

/* Whether an export says nothing else of a record than the shop. Of a field that its schema did not have it says nothing;
 * and what follows from other rows, as whether a job is to bill, is made anew when those are here, and is no word of the
 * record's own. */
gboolean care_archive_is_same(CareTransaction *transaction, JsonObject *object, CareRecord *known);

G_END_DECLS
