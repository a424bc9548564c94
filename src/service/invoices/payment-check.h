/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What is asked of a single payment, by hand, by an import and by verify. Any connection; nothing is changed. */

/* Whichever way it comes: that it is of something, and its invoice is issued. CARE_ERROR_REFUSED or _INPUT. */
gboolean care_payment_check_paid(CareRecord *payment, CareRecord *invoice, GError **error);
/* Money is written down when it has moved: not before the paper it is for, and not for a day behind last. CARE_ERROR_INPUT. */
gboolean care_payment_check_day(CareDate last, CareRecord *payment, CareRecord *invoice, GError **error);

/* Whether more went back of an invoice and its credit notes than the shop ever owed of them: neither did it come in, nor
 * was it paid before the invoice. account: the invoice. */
gboolean care_payment_is_overdrawn(CareConnection *connection, CareId account, gboolean *overdrawn,
                                   GError **error);
/* Whether the other half of what was carried over is there, and says the same. */
gboolean care_payment_half_fits(CareConnection *connection, CareId payment, gboolean *fits, GError **error);

/* The check of CareKindFlow: schema 1 asked neither when the money moved nor how much went back. */
gboolean care_payment_check_restored(CareTransaction *transaction, CareRecord *payment, int schema,
                                     GError **error);

G_END_DECLS
