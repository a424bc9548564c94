/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/reader.h"

G_BEGIN_DECLS

/* Of what the file brought that happened to a record that was here, ids of what the shop made itself: two desks did the same,
 * within a day. As many as there can be so that the history, without them, still tells all that either desk tells, in its
 * order. Transfer full. Worker thread. */
GArray *care_archive_find_twice(const CareReaderDesk *desk, GError **error);

G_END_DECLS
