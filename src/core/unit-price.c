/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/unit-price.h"

#include "core/number-text.h"

/* As many as a decimal has: the price of a screw may have more than its currency. */
#define PLACES 6

gboolean
care_unit_price_parse_typed(const char *text, const char *currency, CareDecimal *out, GError **error)
{
    g_autofree char *plain = care_number_from_typed(text, PLACES, currency, error);

    return plain != NULL && care_decimal_parse(plain, out, error);
}
