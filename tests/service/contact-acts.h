/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/interaction.h"
#include "service/customers/contact-flow.h"
#include "shop.h"

/* A contact about what is due, logged or taken back in one transaction. */
typedef struct {
    CareRecord *interaction;
    CareContactAbout about;
    gboolean back;
} Contact;

static inline gboolean
contact_closure(CareTransaction *transaction, gpointer data, GError **error)
{
    Contact *contact = data;

    if (contact->back)
        return care_contact_flow_take_back(transaction, contact->interaction, NULL, &contact->about, error);
    return care_contact_flow_log(transaction, contact->interaction, &contact->about, error);
}

static inline void
write_contact(Shop *shop, Contact *contact)
{
    g_autoptr(GError) error = NULL;

    care_store_write(shop->store, contact_closure, contact, &error);
    g_assert_no_error(error);
}

static inline CareRecord *
call(CareRecord *customer)
{
    CareRecord *interaction = CARE_RECORD(care_interaction_new());

    care_record_set_int(interaction, CARE_INTERACTION_CUSTOMER, care_record_id(customer));
    care_record_set_text(interaction, CARE_INTERACTION_DIRECTION, "out");
    care_record_set_text(interaction, CARE_INTERACTION_CHANNEL, "phone");
    return interaction;
}
