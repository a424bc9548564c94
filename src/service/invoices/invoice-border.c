/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/invoice-border.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/isolate.h"
#include "document/country.h"
#include "model/customer-address.h"
#include "model/customer.h"
#include "model/vat-number.h"
#include "model/vat-territory.h"
#include "service/vat-entry.h"
#include "store/setting.h"

static CareRecord *
address_of(CareRecord *buyer)
{
    return care_record_list_length(buyer, CARE_CUSTOMER_ADDRESSES) > 0
               ? care_record_list_item(buyer, CARE_CUSTOMER_ADDRESSES, 0)
               : NULL;
}

/* NULL: none, or one that nobody knows. */
static const char *
country_of(CareRecord *buyer)
{
    CareRecord *address = address_of(buyer);

    return address != NULL && care_record_is_set(address, CARE_CUSTOMER_ADDRESS_COUNTRY)
               ? care_country_code(care_record_text(address, CARE_CUSTOMER_ADDRESS_COUNTRY))
               : NULL;
}

/* Whose tax holds where the shop is. */
static const char *
shop_territory(CareConnection *connection, const char *region)
{
    g_autofree char *postcode = care_setting_read(connection, CARE_SETTING_SHOP_POSTCODE);

    return care_vat_territory(region, postcode);
}

/* What goes to Northern Ireland stays in the Union, whoever buys it, with a number of theirs or without. */
static gboolean
is_of_union(CareRecord *buyer, const char *territory)
{
    return care_vat_is_of_union(territory, care_record_text(buyer, CARE_CUSTOMER_VAT_ID))
           || care_vat_is_northern_ireland(
               territory, care_record_text(address_of(buyer), CARE_CUSTOMER_ADDRESS_POSTCODE));
}

CareBorder
care_border_to(CareConnection *connection, CareRecord *buyer)
{
    const char *country = country_of(buyer);
    g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);
    g_autofree char *number = care_setting_read(connection, CARE_SETTING_SHOP_VAT_ID);
    const char *from;
    const char *to;

    if (country == NULL || region == NULL)
        return CARE_BORDER_UNKNOWN;
    from = shop_territory(connection, region);
    to = care_vat_territory(country, care_record_text(address_of(buyer), CARE_CUSTOMER_ADDRESS_POSTCODE));
    if (strcmp(from, to) == 0)
        return CARE_BORDER_NONE;
    return care_vat_is_of_union(from, number) && is_of_union(buyer, to) ? CARE_BORDER_STATE
                                                                        : CARE_BORDER_UNION;
}

/* Art. 138 asks for a number of another state than the one that the goods leave. At home, or out of the Union, the number is
 * not what is wrong. */
static gboolean
is_of_wrong_state(CareConnection *connection, CareRecord *buyer, const char *number)
{
    g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);
    CareBorder border = care_border_to(connection, buyer);

    return region != NULL && (border == CARE_BORDER_STATE || border == CARE_BORDER_UNKNOWN)
           && !care_vat_number_is_of_other_state(number, region);
}

char *
care_border_number_lacks(CareConnection *connection, CareRecord *buyer, const char *category)
{
    const char *number = care_record_text(buyer, CARE_CUSTOMER_VAT_ID);
    g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);
    g_autofree char *own = care_setting_read(connection, CARE_SETTING_SHOP_VAT_ID);
    g_autofree char *who = care_isolate(care_record_text(buyer, CARE_CUSTOMER_NAME));

    if (!care_vat_entry_fits(number, region))
        /* Translators: %s is a customer */
        return g_strdup_printf(_("The VAT number of %s cannot be one: its letters are of no country, or a "
                                 "letter or digit is wrong or missing. Without it the tax is yours to "
                                 "charge."),
                               who);
    if (own != NULL && care_vat_numbers_equal(number, own))
        /* Translators: %s is a customer */
        return g_strdup_printf(
            _("The VAT number of %s is the shop’s own. Without theirs the tax is yours to charge."), who);
    if (strcmp(category, "K") == 0 && is_of_wrong_state(connection, buyer, number))
        /* Translators: %s is a customer */
        return g_strdup_printf(_("The VAT number of %s is of no other state of the European Union. Without "
                                 "one the tax is yours to charge."),
                               who);
    return NULL;
}
