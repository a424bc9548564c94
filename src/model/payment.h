/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choice.h"
#include "model/record.h"

G_BEGIN_DECLS

/* Money that came in for an invoice (negative: went back, as all of a credit note does). carried is the payment of the other
 * document where money went from one to the other. */
/* clang-format off */
/* As people say them; what another program brought stays as it is. A payment that is carried over came in for another
 * invoice. */
#define CARE_PAYMENT_METHODS(W) \
    W(CARE_METHOD_TRANSFER, "transfer", N_("Transfer"), NULL) \
    W(CARE_METHOD_CARD, "card", N_("Card"), NULL) \
    W(CARE_METHOD_CASH, "cash", N_("Cash"), NULL) \
    W(CARE_METHOD_CARRIED, "carried", N_("Carried Over"), NULL)

#define CARE_PAYMENT_FIELDS(F) \
    F(CARE_PAYMENT_INVOICE, "invoice", N_("Invoice"), REF, CARE_FIELD_REQUIRED, "invoice") \
    F(CARE_PAYMENT_CUSTOMER, "customer", N_("Customer"), REF, CARE_FIELD_COMPUTED, "customer") \
    F(CARE_PAYMENT_AT, "at", N_("Recorded"), INSTANT, CARE_FIELD_COMPUTED | CARE_FIELD_STORY, NULL) \
    F(CARE_PAYMENT_AMOUNT, "amount", N_("Amount"), MONEY, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_PAYMENT_CURRENCY, "currency", N_("Currency"), TEXT, CARE_FIELD_COMPUTED, NULL) \
    F(CARE_PAYMENT_DATE, "date", N_("Date"), DATE, CARE_FIELD_REQUIRED, NULL) \
    F(CARE_PAYMENT_METHOD, "method", N_("Method"), TEXT, 0, NULL) \
    F(CARE_PAYMENT_NOTE, "note", N_("Note"), TEXT, 0, NULL) \
    F(CARE_PAYMENT_CARRIED, "carried", N_("Other Half"), REF, CARE_FIELD_COMPUTED | CARE_FIELD_LETS_GO | CARE_FIELD_ANYBODYS, "payment")
/* clang-format on */

CARE_DECLARE_CHOICES(CarePaymentMethod, care_payment_method, CARE_PAYMENT_METHODS)
CARE_DECLARE_RECORD(CarePayment, care_payment, PAYMENT, CARE_PAYMENT_FIELDS)

G_END_DECLS
