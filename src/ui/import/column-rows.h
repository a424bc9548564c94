/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/import/customer-import.h"

G_BEGIN_DECLS

typedef void (*CareColumnsChanged)(gpointer user_data);

/* Adds a row for each column of a CSV file: its header, an example, and what it holds. Returns the rows, transfer
 * container. */
GPtrArray *care_column_rows_add(AdwPreferencesGroup *group, CareImportFile *file, CareColumnsChanged changed,
                                gpointer user_data);

G_END_DECLS
