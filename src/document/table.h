/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/flow.h"

G_BEGIN_DECLS

/* x and width in points from the body's left edge. */
typedef struct {
    const char *title;
    double x;
    double width;
    CareAlign align;
    gboolean spared; /* its title, where a table stands above this one on the page */
} CareColumn;

/* A table in a flow: a header that repeats on each page, rows that are never torn apart (only a row higher than
 * 40 % of a page goes on in the next one). */
typedef struct _CareTable CareTable;

CareTable *care_table_new(CareFlow *flow, const CareColumn *columns, guint n_columns);
void care_table_free(CareTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareTable, care_table_free)

void care_table_cell(CareTable *self, guint column, const char *text, const CareTextStyle *style);
void care_table_end_row(CareTable *self, CareBlockFlags flags);
void care_table_end_row_at(CareTable *self, CareBlockFlags flags, gint64 sum);

G_END_DECLS
