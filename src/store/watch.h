/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/change-set.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* CareWatch: notices commits of other processes. The -wal file is monitored, PRAGMA data_version says whether it was
 * somebody else, and the change table says what. Lives on the thread of the read connection. */
typedef struct _CareWatch CareWatch;

typedef void (*CareWatchFunc)(gpointer data);

CareWatch *care_watch_new(const char *database_path, CareConnection *reader, CareWatchFunc func,
                          gpointer data);
void care_watch_free(CareWatch *self);

/* What was committed after *seq, which moves on. Transfer full. */
CareChangeSet *care_watch_read_changes(CareConnection *reader, gint64 *seq);

G_END_DECLS
