/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of a contact list can hold. The order is that of a chooser. */
typedef enum {
    CARE_CONTACT_FIELD_NONE, /* not kept */
    CARE_CONTACT_FIELD_NAME,
    CARE_CONTACT_FIELD_PREFIX,
    CARE_CONTACT_FIELD_GIVEN,
    CARE_CONTACT_FIELD_ADDITIONAL,
    CARE_CONTACT_FIELD_FAMILY,
    CARE_CONTACT_FIELD_SUFFIX,
    CARE_CONTACT_FIELD_NICKNAME, /* only where there is no other name */
    CARE_CONTACT_FIELD_ORGANISATION,
    CARE_CONTACT_FIELD_TYPE, /* "person" or "company" */
    CARE_CONTACT_FIELD_PHONE,
    CARE_CONTACT_FIELD_PHONE_LABEL,
    CARE_CONTACT_FIELD_EMAIL,
    CARE_CONTACT_FIELD_EMAIL_LABEL,
    CARE_CONTACT_FIELD_STREET,
    CARE_CONTACT_FIELD_STREET_MORE, /* second line, flat, post-office box */
    CARE_CONTACT_FIELD_LOCALITY,
    CARE_CONTACT_FIELD_REGION,
    CARE_CONTACT_FIELD_POSTCODE,
    CARE_CONTACT_FIELD_COUNTRY,
    CARE_CONTACT_FIELD_ADDRESS_TEXT, /* the address in one piece, only where its parts are missing */
    CARE_CONTACT_FIELD_ADDRESS_LABEL,
    CARE_CONTACT_FIELD_BIRTHDAY,
    CARE_CONTACT_FIELD_BIRTH_YEAR,
    CARE_CONTACT_FIELD_BIRTH_MONTH,
    CARE_CONTACT_FIELD_BIRTH_DAY,
    CARE_CONTACT_FIELD_ANNIVERSARY,
    CARE_CONTACT_FIELD_EVENT, /* a date that its label explains */
    CARE_CONTACT_FIELD_EVENT_LABEL,
    CARE_CONTACT_FIELD_TAGS, /* several in one cell */
    CARE_CONTACT_FIELD_TAG,  /* exactly one */
    CARE_CONTACT_FIELD_NOTE,
    CARE_CONTACT_FIELD_LANGUAGE,
    CARE_CONTACT_FIELD_URL,
    CARE_CONTACT_FIELD_URL_LABEL,
    CARE_CONTACT_FIELD_VAT_ID,
    CARE_CONTACT_FIELD_UID,
    CARE_CONTACT_FIELD_PHOTO,
    CARE_N_CONTACT_FIELDS, /* and from here on the customer's own fields, in the order of contact-own.h */
} CareContactField;

G_END_DECLS
