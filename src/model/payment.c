/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/payment.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_payment_method, CARE_PAYMENT_METHODS)

CARE_DEFINE_RECORD(CarePayment, care_payment, CARE_PAYMENT_FIELDS, "payment", N_("Payment"),
                   .flags = CARE_KIND_BOOKS | CARE_KIND_COUNTED, .story = CARE_STORY_MONEY,
                   .icon = "care-coin-symbolic", .table = N_("Payments"), .order = "date DESC, id DESC")
