/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/import/import-file.h"
#include "store/store.h"

G_BEGIN_DECLS

/* CareCustomerImport: one run of an import over any number of files, of any kind that a reader recognises.
 *
 * Files are opened first: a preview and a CSV's mapping can be looked at and changed. Then it runs, a chunk of at
 * most 50 ms per transaction, so that the counter never waits. Cancelled, failed or killed, it is reverted: by itself,
 * or at the next open. Main thread; while it runs its readers belong to the store's worker. */
#define CARE_TYPE_CUSTOMER_IMPORT (care_customer_import_get_type())
G_DECLARE_FINAL_TYPE(CareCustomerImport, care_customer_import, CARE, CUSTOMER_IMPORT, GObject)

CareCustomerImport *care_customer_import_new(CareStore *store);
/* Transfer none. name is what the report calls it; NULL: its path. */
CareImportFile *care_customer_import_add(CareCustomerImport *self, GFile *file, const char *name);
guint care_customer_import_n_files(CareCustomerImport *self);
CareImportFile *care_customer_import_file(CareCustomerImport *self, guint position);
/* Whether any file can be read; else a sentence as CARE_ERROR_INPUT. */
gboolean care_customer_import_is_ready(CareCustomerImport *self, GError **error);

gboolean care_customer_import_run(CareCustomerImport *self, GCancellable *cancellable, GError **error);
/* progress is notified as property "progress", 0 to 1. G_IO_ERROR_CANCELLED after everything was taken back. */
void care_customer_import_run_async(CareCustomerImport *self, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean care_customer_import_run_finish(CareCustomerImport *self, GAsyncResult *result, GError **error);

double care_customer_import_progress(CareCustomerImport *self);
/* After it ran. */
CareId care_customer_import_id(CareCustomerImport *self);
CareImportCounts care_customer_import_counts(CareCustomerImport *self);
/* Whether anything of it is in the shop now: not of one that failed, or was cancelled, and is taken back. */
gboolean care_customer_import_brought(CareCustomerImport *self);

G_END_DECLS
