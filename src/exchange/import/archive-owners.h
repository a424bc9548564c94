/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* Records of the kind that the file brought (CareId) and that would be in no list, and gone for good in 30 days, for by this
 * field they belong to what was deleted here, and the file does not say so: nothing is entered for it by hand either. What
 * was deleted where the file was written, too, comes as it was; so does what others refer to that cannot be without it, a
 * job that was billed: that stays, and the books with it. taken_back: those of what nobody deleted, for it did not happen, and
 * that is in no list either; what may be without it cannot hold it. NULL on an error. Transfer full. */
GArray *care_archive_hidden(const CareReaderDesk *desk, const CareKind *kind, int field, gboolean taken_back,
                            GError **error);
/* The field by which a record of the kind counts on an invoice's account: a payment, a credit note. -1: none does. */
int care_archive_owing_field(const CareKind *kind);

G_END_DECLS
