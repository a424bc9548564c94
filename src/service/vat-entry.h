/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    CARE_VAT_ENTRY_FITS,
    CARE_VAT_ENTRY_NO_COUNTRY, /* two letters and a number, and no country has them */
    CARE_VAT_ENTRY_WRONG,      /* a letter or digit is wrong or missing */
} CareVatEntryLook;

/* Whether what somebody enters as a VAT number, the shop's or a customer's, can be one. Whether it was given out, only an
 * office can say. Any thread. */
CareVatEntryLook care_vat_entry_look(const char *text);
/* The same of a customer, in a shop of that region (ISO 3166, nullable): where there is no VAT, the number is that of some
 * other office, and any will do. Any thread. */
gboolean care_vat_entry_fits(const char *text, const char *region);

G_END_DECLS
