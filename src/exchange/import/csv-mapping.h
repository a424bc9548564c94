/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/csv-date.h"
#include "exchange/import/csv-headers.h"
#include "exchange/import/csv-reader.h"

G_BEGIN_DECLS

/* What one column of the file becomes. */
typedef struct {
    guint index;
    char *header;           /* the file's own word; "column 3" where it has none */
    CareContactField field; /* may be changed */
    char *label;            /* of a phone, e-mail, address; may be changed */
    char *group;            /* columns of one address, or a value and its label, share a group */
} CareCsvColumn;

/* How a file's columns become contacts: found out, shown to the owner, changed by the owner, then applied. */
typedef struct {
    GPtrArray *columns; /* of CareCsvColumn, by index */
    gboolean has_header;
    guint rows_above;   /* titles above the header */
    char *title;        /* nullable: the last of them */
    gboolean own;       /* written by us: labels are taken as they are */
    int company_column; /* whose name is that of a company where the row has a person too; -1: none */
    CareCsvDateOrder date_order;
} CareCsvMapping;

CareCsvMapping *care_csv_mapping_detect(CareCsvReader *reader);
void care_csv_mapping_free(CareCsvMapping *self);
CareCsvColumn *care_csv_mapping_get_column(CareCsvMapping *self, guint index);
void care_csv_mapping_set_field(CareCsvMapping *self, guint index, CareContactField field, const char *label);
gboolean care_csv_mapping_has(CareCsvMapping *self, CareContactField field);
gboolean care_csv_mapping_has_name(CareCsvMapping *self);
/* What the table is a list of, if not of people; see csv-table-kind.h. */
const char *care_csv_mapping_table_kind(CareCsvMapping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareCsvMapping, care_csv_mapping_free)

G_END_DECLS
