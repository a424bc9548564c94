/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tax-preset.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What the shop's country and its own settings say about tax, as they are now. */
typedef struct {
    gboolean small;        /* too small for VAT: none is charged, and none is spoken of */
    CareTaxPreset *preset; /* of the country; NULL where there is none */
} CareShopTax;

/* Any thread, with its own connection. */
CareShopTax *care_shop_tax_read(CareConnection *connection);
void care_shop_tax_free(CareShopTax *tax);
/* Whether it charges a sales tax and knows none on value added (CareTaxPreset). */
gboolean care_shop_has_sales_tax(CareConnection *connection);
/* The words a small shop's invoices bear instead of the tax, as its law has them. Transfer none. */
const char *care_shop_tax_reason(const CareShopTax *tax);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareShopTax, care_shop_tax_free)

G_END_DECLS
