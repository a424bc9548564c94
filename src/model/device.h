/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A thing the shop looks after; its history follows it, whoever owns it. */
/* clang-format off */
#define CARE_DEVICE_FIELDS(F) \
    F(CARE_DEVICE_NAME, "name", N_("Device"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_WORDS | CARE_FIELD_SORT, NULL) \
    F(CARE_DEVICE_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_REQUIRED, "customer") \
    F(CARE_DEVICE_KIND, "kind", N_("Kind"), TEXT, 0, NULL) \
    F(CARE_DEVICE_BRAND, "brand", N_("Brand"), TEXT, 0, NULL) \
    F(CARE_DEVICE_MODEL, "model", N_("Model"), TEXT, 0, NULL) \
    F(CARE_DEVICE_SERIAL, "serial", N_("Serial Number"), TEXT, CARE_FIELD_CODES, NULL) \
    F(CARE_DEVICE_PLATE, "plate", N_("Plate or Frame Number"), TEXT, CARE_FIELD_CODES, NULL) \
    F(CARE_DEVICE_METER, "meter", N_("Meter Reading"), TEXT, 0, NULL) \
    F(CARE_DEVICE_BOUGHT, "bought", N_("Bought On"), DATE, CARE_FIELD_HAPPENED, NULL) \
    F(CARE_DEVICE_NOTE, "note", N_("Note"), TEXT, CARE_FIELD_LONG, NULL)
/* clang-format on */

/* What it is called within a sentence: "Bea Koch’s e-bike Charger4". sort (nullable): the kind of thing that it is, as the
 * owner says; a name that begins with it begins with a noun, and with a brand otherwise. Transfer full. */
char *care_device_in_sentence(const char *name, const char *sort);

CARE_DECLARE_RECORD(CareDevice, care_device, DEVICE, CARE_DEVICE_FIELDS)

G_END_DECLS
