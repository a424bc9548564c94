/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/channel.h"
#include "model/record.h"

G_BEGIN_DECLS

/* A customer, a person or a company. name is what people call them everywhere. */
/* clang-format off */
#define CARE_CUSTOMER_TYPES(W) \
    W(CARE_CUSTOMER_PERSON, "person", N_("Person"), NULL) \
    W(CARE_CUSTOMER_COMPANY, "company", N_("Company"), NULL)

#define CARE_CUSTOMER_FIELDS(F) \
    F(CARE_CUSTOMER_NAME, "name", N_("Name"), TEXT, CARE_FIELD_REQUIRED | CARE_FIELD_WORDS | CARE_FIELD_SORT, NULL) \
    F(CARE_CUSTOMER_TYPE, "type", N_("Type"), CHOICE, CARE_FIELD_REQUIRED, &care_customer_type_set) \
    F(CARE_CUSTOMER_GIVEN, "given", N_("Given Name"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_FAMILY, "family", N_("Family Name"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_ORGANISATION, "organisation", N_("Organisation"), TEXT, CARE_FIELD_WORDS, NULL) \
    F(CARE_CUSTOMER_PHONES, "phones", N_("Phones"), LIST, 0, "customer_phone") \
    F(CARE_CUSTOMER_EMAILS, "emails", N_("E-Mail Addresses"), LIST, 0, "customer_email") \
    F(CARE_CUSTOMER_ADDRESSES, "addresses", N_("Addresses"), LIST, 0, "customer_address") \
    F(CARE_CUSTOMER_BIRTHDAY, "birthday", N_("Birthday"), DAY, 0, NULL) \
    F(CARE_CUSTOMER_TAGS, "tags", N_("Tags"), LIST, 0, "customer_tag") \
    F(CARE_CUSTOMER_LANGUAGE, "language", N_("Language"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_CHANNEL, "channel", N_("Preferred Channel"), CHOICE, 0, &care_channel_set) \
    F(CARE_CUSTOMER_SINCE, "since", N_("Customer Since"), DATE, CARE_FIELD_HAPPENED, NULL) \
    F(CARE_CUSTOMER_CONTACT, "contact", N_("Looked After By"), REF, CARE_FIELD_LETS_GO, "staff") \
    F(CARE_CUSTOMER_REFERRED_BY, "referred_by", N_("Referred By"), REF, CARE_FIELD_LETS_GO, "customer") \
    F(CARE_CUSTOMER_VAT_ID, "vat_id", N_("VAT Number"), TEXT, 0, NULL) \
    F(CARE_CUSTOMER_NOTE, "note", N_("Personal Note"), TEXT, CARE_FIELD_LONG, NULL)
/* clang-format on */

CARE_DECLARE_CHOICES(CareCustomerType, care_customer_type, CARE_CUSTOMER_TYPES)
CARE_DECLARE_RECORD(CareCustomer, care_customer, CUSTOMER, CARE_CUSTOMER_FIELDS)
/* How one speaks of them: the given name of a person, the whole name of a company. Transfer full, nullable. */
char *care_customer_first_name(CareRecord *customer);
/* care_channel_reaches() and care_channel_to_take() by what is written down of them. */
gboolean care_customer_is_reached_by(CareRecord *customer, const char *channel);
const char *care_customer_channel_to_take(CareRecord *customer, const char *wish);

G_END_DECLS
