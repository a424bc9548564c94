/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* Which border goods cross on their way to who buys them, as the tax on value added has it. */
typedef enum {
    CARE_BORDER_UNKNOWN, /* nobody knows that country; it is not judged */
    CARE_BORDER_NONE,    /* it stays at home */
    CARE_BORDER_STATE,   /* from one state of the European Union to another (Art. 138) */
    CARE_BORDER_UNION,   /* out of the Union, or out of a country that is not in it (Art. 146) */
} CareBorder;

/* By the first address and the VAT numbers, those of Northern Ireland. Any thread that reads the shop. */
CareBorder care_border_to(CareConnection *connection, CareRecord *buyer);
/* Why that buyer's VAT number, which is there, takes no tax off in category AE or K, as a sentence; NULL: it does.
 * Transfer full. */
char *care_border_number_lacks(CareConnection *connection, CareRecord *buyer, const char *category);

G_END_DECLS
