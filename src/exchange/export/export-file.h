/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/store.h"

G_BEGIN_DECLS

/* The shop, or one list of it, as a file that can be taken elsewhere. One snapshot; nothing is changed by it. */
typedef enum {
    CARE_EXPORT_JSON,  /* complete: everything there is, and can be imported again */
    CARE_EXPORT_CSV,   /* one list, for other programs */
    CARE_EXPORT_VCARD, /* the customers */
} CareExportFormat;

/* kind: a kind's name, or NULL for everything (JSON) or the customers (CSV, vCard). Any thread that owns the
 * connection. */
gboolean care_export_write(CareConnection *connection, const char *data_dir, CareExportFormat format,
                           const char *kind, GOutputStream *out, GCancellable *cancellable, GError **error);
/* Beside the file and then in its place: what fails or is cancelled leaves what was there. */
gboolean care_export_to_file(CareConnection *connection, const char *data_dir, CareExportFormat format,
                             const char *kind, GFile *file, GCancellable *cancellable, GError **error);

/* The same on a thread and a connection of its own, so that the window goes on. Main thread. */
void care_export_async(CareStore *store, CareExportFormat format, const char *kind, GFile *file,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean care_export_finish(CareStore *store, GAsyncResult *result, GError **error);

/* "Kettle & Spoke 2026-11-24.json": what the file is called unless somebody wants another name. Transfer full. */
char *care_export_name(CareExportFormat format, const char *shop, const char *what, CareDate today);

G_END_DECLS
