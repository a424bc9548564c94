/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choice.h"

G_BEGIN_DECLS

/* What the lines of an agreed price and of an invoice have in common. */
/* clang-format off */
#define CARE_LINE_KINDS(W) \
    W(CARE_LINE_LABOUR, "labour", N_("Labour"), NULL) \
    W(CARE_LINE_PART, "part", N_("Part"), NULL) \
    W(CARE_LINE_FEE, "fee", N_("Fee"), NULL)

/* How the prices of a job or an invoice are meant. */
#define CARE_PRICE_MODES(W) \
    W(CARE_MODE_GROSS, "gross", N_("Tax included"), NULL) \
    W(CARE_MODE_NET, "net", N_("Before tax"), NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareLineKind, care_line_kind, CARE_LINE_KINDS)
CARE_DECLARE_CHOICES(CarePriceMode, care_price_mode, CARE_PRICE_MODES)

G_END_DECLS
