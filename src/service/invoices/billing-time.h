/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* How long this shop usually takes from finished work to the issued invoice, and how long a job has waited, both in
 * working days (rule M9). -1: not known. */
typedef struct {
    int usual;
    int waited;
} CareBillingTime;

/* From the last invoices only, so it costs the same in any shop. Any thread, with its own connection. */
CareBillingTime care_billing_time(CareConnection *connection, CareClock *clock, CareId job);

G_END_DECLS
