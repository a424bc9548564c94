/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/record.h"

G_BEGIN_DECLS

/* A postal address that unfolds to be edited; its rows carry the fields' names. */
#define CARE_TYPE_ADDRESS_ROW (care_address_row_get_type())
G_DECLARE_FINAL_TYPE(CareAddressRow, care_address_row, CARE, ADDRESS_ROW, AdwExpanderRow)

GtkWidget *care_address_row_new(CareRecord *address);
/* Unfolds it. The row of the first of street, town and country that is empty, of the street if none is. Transfer none. */
GtkWidget *care_address_row_open(CareAddressRow *self);

G_END_DECLS
