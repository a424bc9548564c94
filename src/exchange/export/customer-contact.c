/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/customer-contact.h"

#include "model/customer-address.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer-tag.h"
#include "model/customer.h"
#include "exchange/import/contact-own.h"

static void
add_phones(CareContactDraft *draft, CareRecord *customer)
{
    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_PHONES); i++) {
        CareRecord *phone = care_record_list_item(customer, CARE_CUSTOMER_PHONES, i);

        care_contact_draft_add_phone(draft, care_record_text(phone, CARE_CUSTOMER_PHONE_LABEL),
                                     care_record_text(phone, CARE_CUSTOMER_PHONE_NUMBER));
    }
}

static void
add_emails(CareContactDraft *draft, CareRecord *customer)
{
    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_EMAILS); i++) {
        CareRecord *email = care_record_list_item(customer, CARE_CUSTOMER_EMAILS, i);

        care_contact_draft_add_email(draft, care_record_text(email, CARE_CUSTOMER_EMAIL_LABEL),
                                     care_record_text(email, CARE_CUSTOMER_EMAIL_ADDRESS));
    }
}

static void
add_addresses(CareContactDraft *draft, CareRecord *customer)
{
    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_ADDRESSES); i++) {
        CareRecord *from = care_record_list_item(customer, CARE_CUSTOMER_ADDRESSES, i);
        CareContactAddress *to
            = care_contact_draft_add_address(draft, care_record_text(from, CARE_CUSTOMER_ADDRESS_LABEL));

        g_set_str(&to->street, care_record_text(from, CARE_CUSTOMER_ADDRESS_STREET));
        g_set_str(&to->locality, care_record_text(from, CARE_CUSTOMER_ADDRESS_LOCALITY));
        g_set_str(&to->region, care_record_text(from, CARE_CUSTOMER_ADDRESS_REGION));
        g_set_str(&to->postcode, care_record_text(from, CARE_CUSTOMER_ADDRESS_POSTCODE));
        g_set_str(&to->country, care_record_text(from, CARE_CUSTOMER_ADDRESS_COUNTRY));
    }
}

CareContactDraft *
care_customer_to_contact(CareRecord *customer, const char *currency)
{
    CareContactDraft *draft = care_contact_draft_new(0, 0);

    draft->uid = care_id_to_string(care_record_id(customer));
    draft->is_company
        = care_customer_type_is(care_record_text(customer, CARE_CUSTOMER_TYPE), CARE_CUSTOMER_COMPANY);
    g_set_str(&draft->name, care_record_text(customer, CARE_CUSTOMER_NAME));
    g_set_str(&draft->given, care_record_text(customer, CARE_CUSTOMER_GIVEN));
    g_set_str(&draft->family, care_record_text(customer, CARE_CUSTOMER_FAMILY));
    g_set_str(&draft->organisation, care_record_text(customer, CARE_CUSTOMER_ORGANISATION));
    add_phones(draft, customer);
    add_emails(draft, customer);
    add_addresses(draft, customer);
    for (guint i = 0; i < care_record_list_length(customer, CARE_CUSTOMER_TAGS); i++)
        care_contact_draft_add_tag(
            draft,
            care_record_text(care_record_list_item(customer, CARE_CUSTOMER_TAGS, i), CARE_CUSTOMER_TAG_TAG));
    draft->birthday = care_record_date(customer, CARE_CUSTOMER_BIRTHDAY);
    g_set_str(&draft->note, care_record_text(customer, CARE_CUSTOMER_NOTE));
    g_set_str(&draft->language, care_record_text(customer, CARE_CUSTOMER_LANGUAGE));
    g_set_str(&draft->vat_id, care_record_text(customer, CARE_CUSTOMER_VAT_ID));
    for (guint i = 0; i < care_contact_n_own(); i++)
        draft->own[i] = care_record_field_to_string(customer, care_contact_own_field(i), currency);
    return draft;
}
