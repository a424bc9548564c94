/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "exchange/import/csv-mapping.h"

G_BEGIN_DECLS

typedef struct _CareCsvContacts CareCsvContacts;

CareCsvContacts *care_csv_contacts_new(CareCsvReader *reader, CareCsvMapping *mapping);
void care_csv_contacts_free(CareCsvContacts *self);
CareContactDraft *care_csv_contacts_next(CareCsvContacts *self);
CareCsvMapping *care_csv_contacts_get_mapping(CareCsvContacts *self);
void care_csv_contacts_rewind(CareCsvContacts *self);
gsize care_csv_contacts_get_offset(CareCsvContacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareCsvContacts, care_csv_contacts_free)

G_END_DECLS
