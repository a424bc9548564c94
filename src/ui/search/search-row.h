/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/search.h"
#include "store/store.h"

G_BEGIN_DECLS

/* One find: a person by avatar, a thing by icon; what was typed in bold. */
#define CARE_TYPE_SEARCH_ROW (care_search_row_get_type())
G_DECLARE_FINAL_TYPE(CareSearchRow, care_search_row, CARE, SEARCH_ROW, GtkListBoxRow)

GtkWidget *care_search_row_new(CareStore *store, const CareSearchHit *hit, const char *typed);
const char *care_search_row_get_kind(CareSearchRow *self);
CareId care_search_row_get_id(CareSearchRow *self);
const char *care_search_row_get_title(CareSearchRow *self);
/* Somebody who was deleted, and can be brought back. */
gboolean care_search_row_is_deleted(CareSearchRow *self);
CareId care_search_row_get_customer(CareSearchRow *self);
void care_search_row_set_current(CareSearchRow *self, gboolean current);

G_END_DECLS
