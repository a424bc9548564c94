/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The sample shop, "Kettle & Spoke": three years of an invented repair shop, told day by day through the same flows
 * that the window uses, so that everything in it is as it would have become. The same seed and day give the same shop,
 * down to the ids. Refused if the shop has customers. Waits. */
gboolean care_sample(CareStore *store, guint64 seed, GError **error);

/* Where the window keeps the one to look around in, of which nobody needs backups. Transfer full. */
char *care_sample_dir(void);

G_END_DECLS
