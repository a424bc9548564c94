/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/kind-flow.h"

G_BEGIN_DECLS

/* A change of the contact person belongs to the customer's story (S7). */
extern const CareKindFlow care_customer_flow;

/* What a save asks of a phone and of a VAT number, for whoever says it at its row. old: as the customer is stored, nullable: what
 * stands there already may go on to. region: the shop's, nullable. Any thread. */
gboolean care_customer_phone_stands(CareRecord *phone, CareRecord *old);
gboolean care_customer_vat_number_stands(CareRecord *customer, CareRecord *old, const char *region);

G_END_DECLS
