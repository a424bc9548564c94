/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/change-set.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* The table from which other processes learn what a transaction changed. */

/* Writes a change set down, within its transaction, and forgets the oldest rows now and then. *first and *last become
 * the numbers given out; *last is left alone and *first behind it if there was nothing to write. */
gboolean care_change_log_append(CareConnection *connection, CareChangeSet *changes, gint64 *first,
                                gint64 *last, GError **error);

G_END_DECLS
