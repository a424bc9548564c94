/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* What an issued invoice has been paid, and its state, follow from its payments, whichever way one comes, goes, changes
 * or is put to another invoice. */
extern const CareKindFlow care_payment_flow;

/* What was paid on an issued invoice, and its state, as its payments say. */
gboolean care_invoice_settle(CareTransaction *transaction, CareId id, GError **error);

G_END_DECLS
