/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/invoices/shop-tax.h"

#include <glib/gi18n-lib.h>

#include "store/setting.h"

CareShopTax *
care_shop_tax_read(CareConnection *connection)
{
    g_autofree char *small = care_setting_read(connection, CARE_SETTING_SMALL_BUSINESS);
    g_autofree char *region = care_setting_read(connection, CARE_SETTING_REGION);
    CareShopTax *tax = g_new0(CareShopTax, 1);

    tax->small = g_strcmp0(small, "true") == 0;
    tax->preset = care_tax_preset_load(region, NULL);
    return tax;
}

void
care_shop_tax_free(CareShopTax *tax)
{
    g_clear_pointer(&tax->preset, care_tax_preset_free);
    g_free(tax);
}

gboolean
care_shop_has_sales_tax(CareConnection *connection)
{
    g_autoptr(CareShopTax) tax = care_shop_tax_read(connection);

    return tax->preset != NULL && tax->preset->sales_tax;
}

const char *
care_shop_tax_reason(const CareShopTax *tax)
{
    return tax->preset != NULL ? tax->preset->small_reason : _("Exempt: small business");
}
