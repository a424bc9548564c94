/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/outreach/message-facts.h"

#include <glib/gi18n-lib.h>

static const CareMessagePlaceholder placeholders[] = {
    { "first_name", N_("First name") },
    { "name", N_("Full name") },
    { "device", N_("Their device") },
    { "thing", N_("Their device, within a sentence") },
    { "job", N_("Job number") },
    { "promised", N_("Promised date") },
    { "warranty_end", N_("Warranty until") },
    { "invoice_number", N_("Invoice number") },
    { "amount", N_("Amount of the invoice") },
    { "open", N_("Amount still to pay") },
    { "due_date", N_("Due date of the invoice") },
    { "occasion", N_("The occasion") },
    { "shop", N_("Your shop") },
    { "shop_phone", N_("Your shop’s phone") },
    { "contact", N_("Contact person") },
    { "contact_phone", N_("Contact person’s phone") },
    { "hours", N_("Opening hours") },
    { "today", N_("Today’s date") },
};

const CareMessagePlaceholder *
care_message_placeholders(guint *n)
{
    *n = G_N_ELEMENTS(placeholders);
    return placeholders;
}

gboolean
care_message_placeholder_is_known(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(placeholders); i++)
        if (g_str_equal(placeholders[i].name, name))
            return TRUE;
    return FALSE;
}
