/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Uses what the shop owes of one document for another invoice of the same customer, as far as that is open: a payment back
 * and a payment in, each of which names the other and goes and comes back with it. Returns the payment in (transfer full);
 * removing it takes the whole back. CARE_ERROR_REFUSED when there is nothing to use. From the main thread; the first waits. */
CareRecord *care_payment_carry_over_now(CareStore *store, CareId from, CareId to, GError **error);
void care_payment_carry_over_async(CareStore *store, CareId from, CareId to, GAsyncReadyCallback callback,
                                   gpointer user_data);
CareRecord *care_payment_carry_over_finish(CareStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
