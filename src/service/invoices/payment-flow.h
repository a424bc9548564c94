/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

gboolean care_payment_flow_save(CareTransaction *transaction, CareRecord *payment, GError **error);
/* Recomputes paid and state of an issued invoice from its payments and credit notes. */
gboolean care_payment_flow_settle(CareTransaction *transaction, CareId invoice, GError **error);

G_END_DECLS
