/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/transaction.h"

G_BEGIN_DECLS

/* What a record of an export is called in the report: what it is titled, whose it is and, of an invoice or a payment, how
 * much, for three drafts of one morning have no other name. Whoever is not in the shop yet is not named. Transfer full. */
char *care_archive_name(CareTransaction *transaction, CareRecord *record);
/* The same of what is no record: its kind, and what stands in it that may tell it from others, be that how it begins. node
 * NULL: it is no object. Transfer full. */
char *care_archive_name_unread(const CareKind *kind, JsonNode *node, const char *text, gsize length);

G_END_DECLS
