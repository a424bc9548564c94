/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* What a row has to know of the field that it shows: whether it must be filled in, its currency, its range, whether its dates
 * may stand without a year, what today is. store: nullable. Once for each row. Main thread. */
void care_row_field_tell(GtkWidget *row, const CareField *field, CareStore *store, const char *currency);
/* Of a row of amounts, also when they turn out to be in another currency; nothing to any other row. */
void care_row_field_tell_currency(GtkWidget *row, const char *currency);

G_END_DECLS
