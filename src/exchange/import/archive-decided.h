/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* Begins anew what was put off or let go of less than it has become, be it that the rest came or the decision: one that came is
 * refused, with its reason. In the import's transaction, once all else follows from its rows. Worker thread. */
gboolean care_archive_begin_anew(const CareReaderDesk *desk, GError **error);
/* Refuses, with its reason, what came to let a step go that is done by hand or was changed since. As above, before it. */
gboolean care_archive_refuse_idle(const CareReaderDesk *desk, GError **error);
/* Before anything follows: what came to let a step go that was deleted here, or let go already, be it by hand. */
gboolean care_archive_refuse_decided(const CareReaderDesk *desk, GError **error);

G_END_DECLS
