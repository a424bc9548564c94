/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* What is asked of a single payment, by hand, by an import and by verify. Any connection; nothing is changed. */

/* By hand: that it is of something, and its invoice is issued. CARE_ERROR_REFUSED or _INPUT. */
gboolean care_payment_check_paid(CareRecord *payment, CareRecord *invoice, GError **error);
/* Money is written down when it has moved: not before the paper it is for, and not for a day behind last. CARE_ERROR_INPUT. */
gboolean care_payment_check_day(CareDate last, CareRecord *payment, CareRecord *invoice, GError **error);

/* Nothing comes in for what was cancelled. invoice as it is stored. CARE_ERROR_REFUSED. */
gboolean care_payment_check_comes_in(CareRecord *payment, CareRecord *invoice, GError **error);

/* How much can still go back of an account; below 0: more went back than may. Money that goes back now takes no more than
 * the shop owes: more would leave the customer with a debt. What went back before stays what happened: it has come in, or
 * the shop owed it from the start, whatever was let go of since. account: the invoice. Minor units of its currency. */
gboolean care_payment_read_room(CareConnection *connection, CareId account, gboolean goes_back,
                                CareMoney *room, GError **error);
/* Whether there was room, after the write. mine: what the payment takes from the invoice now, below 0; else it is less than
 * it was, or gone, and is kept by what went back out of it. CARE_ERROR_REFUSED. */
gboolean care_payment_check_room(CareConnection *connection, CareRecord *invoice, CareMoney mine,
                                 GError **error);
/* Whether it was there to pay back on the day on which it went back, after the write. payment is below 0, invoice what it is of.
 * CARE_ERROR_INPUT. */
gboolean care_payment_check_went_back_after(CareConnection *connection, CareRecord *payment,
                                            CareRecord *invoice, GError **error);
/* Whether the other half of what was carried over is there, and says the same. */
gboolean care_payment_half_fits(CareConnection *connection, CareId payment, gboolean *fits, GError **error);

/* What it is by itself and its invoice (as it is stored): the same as those two, and that it is of that customer and currency;
 * of a credit note, money goes back. Asked of one that comes from an export, and told by verify. CARE_ERROR_REFUSED with a
 * sentence for who has nothing to change. */
gboolean care_payment_check_alone(CareRecord *payment, CareRecord *invoice, const CareAsked *asked,
                                  GError **error);
/* The check of CareKindFlow: schema 1 asked neither when the money moved nor how much went back. */
gboolean care_payment_check_restored(CareTransaction *transaction, CareRecord *payment, int schema,
                                     GError **error);
/* Besides that, of one that came onto an account that was here before, whatever its age: nothing comes in for what was
 * cancelled. own: the shop has money of its own on it, and what goes back is asked as if it were recorded by hand now. Else
 * all of it came as it is, in whichever order that was, and no more went back than there was. */
gboolean care_payment_check_onto(CareTransaction *transaction, CareRecord *payment, gboolean own,
                                 GError **error);

G_END_DECLS
