/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What a record of an export is called in the report: what it is titled, whose it is and, of an invoice or a payment, how
 * much, for three drafts of one morning have no other name. Whoever is not in the shop yet is not named. Transfer full. */
char *care_archive_name(CareTransaction *transaction, CareRecord *record);

G_END_DECLS
