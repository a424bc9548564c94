/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A photo or file that was added. Its bytes lie in files/ under their hash. */
/* clang-format off */
#define CARE_DOCUMENT_FIELDS(F) \
    F(CARE_DOCUMENT_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_GOES_ALONG, "customer") \
    F(CARE_DOCUMENT_JOB, "job", N_("Job"), REF, CARE_FIELD_LETS_GO, "job") \
    F(CARE_DOCUMENT_DEVICE, "device", N_("Device"), REF, CARE_FIELD_LETS_GO, "device") \
    F(CARE_DOCUMENT_COMPLAINT, "complaint", N_("Complaint"), REF, CARE_FIELD_LETS_GO, "complaint") \
    F(CARE_DOCUMENT_NAME, "name", N_("Name"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_WORDS, NULL) \
    F(CARE_DOCUMENT_MIME, "mime", N_("Type"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_DOCUMENT_SIZE, "size", N_("Size"), INTEGER, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_DOCUMENT_SHA256, "sha256", N_("File"), TEXT, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_DOCUMENT_AT, "at", N_("Added"), INSTANT, CARE_FIELD_REQUIRED | CARE_FIELD_STORY, NULL)
/* clang-format on */

CARE_DECLARE_RECORD(CareDocument, care_document, DOCUMENT, CARE_DOCUMENT_FIELDS)

G_END_DECLS
