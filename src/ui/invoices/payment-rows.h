/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/record.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* The payments of an invoice as rows; deleting one can be undone, and the invoice's rest follows both ways. rows
 * holds those that were made before and gets the new ones. Returns how many there are. */
guint care_payment_rows_show(AdwPreferencesGroup *group, GPtrArray *rows, CareContext *context,
                             CareRecord *invoice);

G_END_DECLS
