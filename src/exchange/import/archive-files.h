/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/connection.h"

G_BEGIN_DECLS

/* Writes one file of an export into the shop's folder, unless something has its name there; made gets what was written.
 * What no shop keeps is passed over; a path that leads out of the folder is CARE_ERROR_INPUT. */
gboolean care_archive_read_file(const char *data_dir, JsonObject *object, GPtrArray *made, GError **error);
/* Takes the papers away again whose documents were not taken over. */
gboolean care_archive_drop_papers(CareConnection *connection, GPtrArray *made, GError **error);

G_END_DECLS
