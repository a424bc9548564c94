/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Who is at the counter and signs what is done there. Whoever was deleted signs nothing; the setting stays, so that they are
 * there again when they are brought back. For the thread that owns the connection. */

/* As it was last said to be; 0: nobody. */
CareId care_actor_read(CareConnection *connection);
/* staff, or 0 where they were deleted. */
CareId care_actor_if_there(CareConnection *connection, CareId staff);

G_END_DECLS
