/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/parts/typed-customer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/email.h"
#include "core/phone.h"
#include "model/customer-email.h"
#include "model/customer-phone.h"
#include "model/customer.h"
#include "store/search-number.h"

static gboolean
has_letter(const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        if (g_unichar_isalpha(g_utf8_get_char(p)))
            return TRUE;
    return FALSE;
}

gboolean
care_typed_customer_may_be(const char *text)
{
    g_autofree char *valid = g_strstrip(g_utf8_make_valid(text, -1));

    if (care_email_is_address(valid))
        return TRUE;
    return has_letter(valid) ? !care_search_is_number(valid) : care_phone_is_whole(valid);
}

CareRecord *
care_typed_customer_new(const char *text)
{
    CareRecord *customer = CARE_RECORD(care_customer_new());
    CareRecord *phone = care_record_list_add(customer, CARE_CUSTOMER_PHONES);
    g_autofree char *plain = g_strstrip(g_strdup(text));
    g_autofree char *number = NULL;
    g_autofree char *name = NULL;

    care_record_set_text(customer, CARE_CUSTOMER_TYPE, care_customer_type_word(CARE_CUSTOMER_PERSON));
    if (care_phone_is_typed(plain))
        number = g_steal_pointer(&plain);
    else if (care_email_is_address(plain))
        care_record_set_text(care_record_list_add(customer, CARE_CUSTOMER_EMAILS),
                             CARE_CUSTOMER_EMAIL_ADDRESS, plain);
    else if (!care_phone_within(plain, &number, &name))
        name = g_steal_pointer(&plain);
    care_record_set_text(customer, CARE_CUSTOMER_NAME, name ? g_strstrip(name) : NULL);
    care_record_set_text(phone, CARE_CUSTOMER_PHONE_NUMBER, number);
    return customer;
}

void
care_typed_customer_show_offer(GtkButton *offer, const char *text)
{
    g_autofree char *plain = g_strstrip(g_strdup(text));
    g_autofree char *label = g_strdup_printf(_("New Customer “%s”"), plain);

    gtk_button_set_label(offer, label);
    gtk_widget_set_visible(GTK_WIDGET(offer), care_typed_customer_may_be(plain));
}
