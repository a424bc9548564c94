/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/csv-field.h"

G_BEGIN_DECLS

guint care_contact_field_count(void); /* with the own ones */
const char *care_contact_field_get_title(CareContactField field);
char *care_csv_header_normalise(const char *header);
CareContactField care_csv_header_find(const char *header, char **label, int *number, gboolean *own_name);

G_END_DECLS
