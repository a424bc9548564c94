/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A shop of any size for measuring and trying out: customers with phones, addresses and tags in several scripts, their
 * devices, ten contacts and two invoices per customer (never more than 1,000,000 and 200,000). The same number, seed
 * and day give the same shop, down to the ids.
 *
 * The invoices are drafts: an issued one would need its paper on disk, 200,000 of them more time and room than any
 * measurement is worth, and without papers `verify` would rightly complain. */

typedef void (*CareGenerateProgress)(guint done, guint total, gpointer data);

/* Refused if the shop has customers. Waits; commits in chunks, so that memory does not grow. progress is nullable. */
gboolean care_generate(CareStore *store, guint customers, guint64 seed, CareGenerateProgress progress,
                       gpointer data, GError **error);

G_END_DECLS
