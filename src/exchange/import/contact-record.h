/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "exchange/import/contact-draft.h"

G_BEGIN_DECLS

/* A contact of a file as a new customer. What a customer has no field for is added to the draft's dropped.
 * Transfer full. */
CareRecord *care_contact_to_customer(CareContactDraft *draft, const CareShopFacts *shop);

/* Adds to a customer what the contact knows and the customer does not: phones, e-mail addresses, addresses, tags,
 * and fields that are empty; a name only where it is the same, written out more fully. Overwrites nothing else; what
 * differs is added to the draft's dropped. customer must be prepared (its phones have digits). TRUE if the customer
 * changed. */
gboolean care_contact_merge(CareContactDraft *draft, CareRecord *customer, const CareShopFacts *shop);
/* Whether the customer has all that the contact tells. Changes neither. */
gboolean care_contact_adds_nothing(CareContactDraft *draft, CareRecord *customer, const CareShopFacts *shop);

gboolean care_contact_has_phone(CareRecord *customer, const char *number, const char *region);
gboolean care_contact_has_email(CareRecord *customer, const char *address);

G_END_DECLS
