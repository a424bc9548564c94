/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CareCsvReader CareCsvReader;

CareCsvReader *care_csv_reader_new(GBytes *utf8, char delimiter);
void care_csv_reader_free(CareCsvReader *self);
gboolean care_csv_reader_next(CareCsvReader *self);
guint care_csv_reader_get_n_fields(CareCsvReader *self);
const char *care_csv_reader_get_field(CareCsvReader *self, guint i);
guint care_csv_reader_get_line(CareCsvReader *self);
gboolean care_csv_reader_get_broken(CareCsvReader *self);
gboolean care_csv_reader_get_empty(CareCsvReader *self);
gsize care_csv_reader_get_offset(CareCsvReader *self);
void care_csv_reader_rewind(CareCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareCsvReader, care_csv_reader_free)

G_END_DECLS
