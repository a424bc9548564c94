/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "ui/kit/stat-strip.h"
#include "ui/customers/customer-facts.h"

G_BEGIN_DECLS

/* The facts of a customer in words: the welcome-back strip, the line under the name, the owed action. Strings are
 * transfer full. */
void care_customer_strip_fill(CareStatStrip *strip, CareCustomerFacts *facts, CareClock *clock);
char *care_customer_facts_line(CareCustomerFacts *facts, gboolean narrow);
char *care_promise_action(CareCustomerFacts *facts);
const char *care_promise_icon(CareCustomerFacts *facts);
char *care_promise_sentence(CareCustomerFacts *facts);

G_END_DECLS
