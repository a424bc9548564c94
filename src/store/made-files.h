/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* CareMadeFiles: files that a transaction wrote for its own rows. Where it is undone they belong to nobody, and take room
 * that may be the very room that lacked. Worker thread. */
typedef struct CareMadeFiles CareMadeFiles;

CareMadeFiles *care_made_files_new(void);
void care_made_files_free(CareMadeFiles *self);

/* What stands at that path now. */
void care_made_files_add(CareMadeFiles *self, const char *path);
/* They stay. */
void care_made_files_forget(CareMadeFiles *self);
/* Removes them, and none that somebody else has put in the place of one since: they are looked at under the lock of writing,
 * under which all are made. A commit that failed has given it away, so it is taken again; then a transaction is open. What
 * cannot be looked at stays, and the next start puts it aside. */
void care_made_files_undo(CareMadeFiles *self, CareConnection *connection);

G_END_DECLS
