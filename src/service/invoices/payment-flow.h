/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* What an issued invoice has been paid, what is to be paid back of it, and its state, follow from its payments, whichever
 * way one comes, goes, changes or is put to another invoice (invoice-account.h). */
extern const CareKindFlow care_payment_flow;

G_END_DECLS
