/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/contact-draft.h"
#include "exchange/import/csv-mapping.h"

G_BEGIN_DECLS

typedef struct _CareContactReader CareContactReader;

CareContactReader *care_contact_reader_new(GBytes *bytes, const char *encoding, GError **error);
void care_contact_reader_free(CareContactReader *self);
CareContactDraft *care_contact_reader_next(CareContactReader *self);
void care_contact_reader_rewind(CareContactReader *self);
const char *care_contact_reader_get_format(CareContactReader *self);
const char *care_contact_reader_get_encoding(CareContactReader *self);
CareCsvMapping *care_contact_reader_get_mapping(CareContactReader *self);
double care_contact_reader_get_progress(CareContactReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareContactReader, care_contact_reader_free)

G_END_DECLS
