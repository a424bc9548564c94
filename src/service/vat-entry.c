/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/vat-entry.h"

#include <string.h>

#include "document/country.h"
#include "model/tax-preset.h"
#include "model/vat-number.h"

#define FEWEST_DIGITS 2 /* as Romania's shortest have */

/* Two letters and then a digit are those of a country, or of a part of one that has its own (EL, XI). */
static gboolean
is_of_no_country(const char *text)
{
    g_autofree char *compact = care_vat_number_compact(text);
    char letters[3] = { 0 };

    for (gsize i = 0; i < 2; i++)
        if (!g_ascii_isalpha(compact[i]))
            return FALSE;
    memcpy(letters, compact, 2);
    return g_ascii_isdigit(compact[2]) && strcmp(letters, "EL") != 0 && strcmp(letters, "XI") != 0
           && care_country_code(letters) == NULL;
}

CareVatEntryLook
care_vat_entry_look(const char *text)
{
    guint digits = 0;

    if (!care_vat_number_is_well_formed(text))
        return CARE_VAT_ENTRY_WRONG;
    if (is_of_no_country(text))
        return CARE_VAT_ENTRY_NO_COUNTRY;
    for (const char *p = text; *p != '\0'; p++)
        digits += g_ascii_isdigit(*p) ? 1 : 0;
    return digits < FEWEST_DIGITS ? CARE_VAT_ENTRY_WRONG : CARE_VAT_ENTRY_FITS;
}

static gboolean
has_no_vat(const char *region)
{
    g_autoptr(CareTaxPreset) preset = region != NULL ? care_tax_preset_load(region, NULL) : NULL;

    return preset != NULL && preset->sales_tax;
}

gboolean
care_vat_entry_fits(const char *text, const char *region)
{
    return care_vat_entry_look(text) == CARE_VAT_ENTRY_FITS || has_no_vat(region);
}
