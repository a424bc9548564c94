/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/decimal.h"

G_BEGIN_DECLS

/* Reads the price for one as people type it in any country, with or without the sign of its currency; see number-typed.c.
 * Any other currency is refused with a sentence (CARE_ERROR_INPUT); `out` is then left alone. Pure; any thread. */
gboolean care_unit_price_parse_typed(const char *text, const char *currency, CareDecimal *out,
                                     GError **error);

G_END_DECLS
