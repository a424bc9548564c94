/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "exchange/import/csv-mapping.h"

G_BEGIN_DECLS

/* The contact that the reader's row holds, by the mapping; with its error set if it is refused. number: 1 for the first.
 * Transfer full. */
CareContactDraft *care_csv_row_read(CareCsvMapping *mapping, CareCsvReader *reader, guint number);

G_END_DECLS
