/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "exchange/import/contact-draft.h"

G_BEGIN_DECLS

/* A customer as the contact that vCard and CSV files tell; amounts are in the shop's currency. Transfer full. */
CareContactDraft *care_customer_to_contact(CareRecord *customer, const char *currency);

G_END_DECLS
