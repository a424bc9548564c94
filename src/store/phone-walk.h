/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* A walk past every phone number, whose digits depend on the region of the shop: a page of rows at a time. *after is the
 * id of the last row behind, 0 at the beginning and -1 at the end. Whose digits change are found by the new ones.
 * Within a transaction. */
gboolean care_phone_walk(CareConnection *connection, const char *region, CareId *after, GError **error);

G_END_DECLS
