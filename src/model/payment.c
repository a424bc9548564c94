/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/payment.h"

#include <glib/gi18n-lib.h>

CARE_DEFINE_CHOICES(care_payment_method, CARE_PAYMENT_METHODS)

/* By how it was paid; NULL where that is not said. */
static char *
title_of(CareRecord *payment)
{
    return g_strdup(
        care_choice_label(&care_payment_method_set, care_record_text(payment, CARE_PAYMENT_METHOD)));
}

CARE_DEFINE_RECORD(CarePayment, care_payment, CARE_PAYMENT_FIELDS, "payment", N_("Payment"),
                   .flags = CARE_KIND_BOOKS | CARE_KIND_COUNTED, .story = CARE_STORY_MONEY,
                   .icon = "care-coin-symbolic", .table = N_("Payments"), .order = "date DESC, id DESC",
                   .title = title_of)
