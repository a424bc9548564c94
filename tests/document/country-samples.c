/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "country-samples.h"

#include <string.h>

#include "document/postal-address.h"
#include "samples.h"

typedef struct {
    const char *country;
    const CareSheet *sheet;
    const char *shop;
    CarePostalAddress seller;
    CarePostalAddress buyer;
    const char *phone;
    const char *currency;
    const char *tax_name;
    const char *title;
    CareDecimal rate;
    const char *iban;
    const char *lines[2];
} Country;

/* clang-format off */
static const Country countries[] = {
    { "DE", &care_sheet_a4, "Kettle & Spoke", { NULL, "Lindenstraße 14", "10969", "Berlin" },
      { "Bea Koch", "Oranienplatz 3", "10999", "Berlin" }, "030 5512 080", "EUR", "USt.", "Rechnung", 19000000,
      "DE02100100100006820101", { "Hinterradbremse gewartet und entlüftet", "Bremsscheibe, 180 mm" } },
    { "AT", &care_sheet_a4, "Rad & Kanne", { NULL, "Neubaugasse 12", "1070", "Wien" },
      { "Café Sperl\nFrau Anna Gruber", "Gumpendorfer Straße 11", "1060", "Wien" }, "01 5224 100", "EUR", "USt.", "Rechnung",
      20000000, "AT611904300234573201", { "Kaffeemühle zerlegt und gereinigt", "Mahlscheiben, ein Paar" } },
    { "CH", &care_sheet_a4, "Velo Kupfer", { NULL, "Langstrasse 90", "8004", "Zürich" },
      { "Beat Müller", "Badenerstrasse 120", "8004", "Zürich", "ZH" }, "044 241 00 10", "CHF", "MWST", "Rechnung", 8100000,
      "CH9300762011623852957", { "Schaltung eingestellt", "Kette und Kassette" } },
    { "FR", &care_sheet_a4, "L’Atelier du Vélo", { NULL, "12 rue des Martyrs", "75009", "Paris" },
      { "Zoé Lefèvre", "3 quai de Jemmapes", "75010", "Paris" }, "01 42 00 10 20", "EUR", "TVA", "Facture", 20000000,
      "FR1420041010050500013M02606", { "Révision du frein arrière", "Disque de frein, 180 mm" } },
    { "GB", &care_sheet_a4, "Kettle & Spoke", { NULL, "41 Essex Road", "N1 2SF", "London" },
      { "Priya Nair", "10 Upper Street", "n1 0pq", "London", "Greater London" }, "020 7946 0102", "GBP", "VAT", "Invoice",
      20000000, "GB82WEST12345698765432", { "Rear brake serviced and bled", "Brake disc, 180 mm" } },
    { "US", &care_sheet_letter, "Kettle & Spoke", { NULL, "1408 R Street", "95811", "Sacramento", "CA" },
      { "Bea Koch", "2710 P Street, Apt 3", "95816", "Sacramento", "CA" }, "(916) 555-0182", "USD", "Sales tax", "Invoice",
      8750000, NULL, { "Rear brake serviced and bled", "Brake rotor, 180 mm" } },
    { "JP", &care_sheet_a4, "青空自転車", { NULL, "丸の内1-1-1", "100-0005", "千代田区", "東京都" },
      { "山田花子", "神保町2-3", "101-0051", "千代田区", "東京都" }, "03-5555-0101", "JPY", "消費税", "請求書", 10000000,
      NULL, { "ブレーキ調整と洗車", "直骨海刃、交換部品" } },
    /* the same letters, read in Chinese; and two scripts more */
    { "CN", &care_sheet_a4, "蓝天自行车", { NULL, "长安街1号", "100005", "北京市" },
      { "王小明", "建国路88号", "100022", "北京市" }, "010 5555 0101", "CNY", "增值税", "发票", 13000000, NULL,
      { "刹车调整和清洗", "直骨海刃，更换零件" } },
    { "EG", &care_sheet_a4, "ورشة النيل", { NULL, "شارع الملك فيصل ١٢", "12556", "الجيزة" },
      { "ليلى حداد", "شارع التحرير ٣", "11511", "القاهرة" }, "02 2555 0101", "EGP", "ضريبة", "فاتورة", 14000000, NULL,
      { "إصلاح المطحنة مع تغيير الشفرات", "ضمان سنة واحدة" } },
    { "UA", &care_sheet_a4, "Веломайстерня", { NULL, "вул. Хрещатик 1", "01001", "Київ" },
      { "Ольга Петренко", "вул. Січових Стрільців 5", "04053", "Київ" }, "044 555 0101", "UAH", "ПДВ", "Рахунок", 20000000,
      NULL, { "Ремонт кавомолки", "Заміна жорен і чистка" } },
};
/* clang-format on */

static CareInvoicePaperLine sample_lines[G_N_ELEMENTS(countries)][2];
static CareInvoicePaperTax sample_taxes[G_N_ELEMENTS(countries)];

guint
country_samples_count(void)
{
    return G_N_ELEMENTS(countries);
}

static void
fill_money(CareInvoicePaper *invoice, guint position)
{
    const Country *country = &countries[position];
    const CareMoney unit
        = care_currency_digits(country->currency) == 0 ? 100 : 1; /* yen are as small as cents */
    CareMoney net = 0;

    for (guint i = 0; i < 2; i++) {
        CareMoney amount = i == 0 ? 7800 : 3990;

        sample_lines[position][i] = (CareInvoicePaperLine){ .name = country->lines[i],
                                                            .quantity = i == 0 ? 1200000 : 1000000,
                                                            .unit = i == 0 ? "HUR" : NULL,
                                                            .price = (i == 0 ? 65000000 : 39900000) * unit,
                                                            .amount = amount,
                                                            .has_agreed = i == 1,
                                                            .agreed = 4200,
                                                            .tax_rate = country->rate };
        net += amount;
    }
    sample_taxes[position]
        = (CareInvoicePaperTax){ "S", NULL, country->rate, net, net * country->rate / 100000000 };
    invoice->net = invoice->line_total = net;
    invoice->tax = sample_taxes[position].tax;
    invoice->gross = invoice->due_amount = net + invoice->tax;
}

void
country_sample_fill(CountrySample *self, guint position)
{
    const Country *country = &countries[position];

    *self = (CountrySample){ .name = country->country, .invoice = sample_invoice() };
    self->seller = care_postal_address_lines(&country->seller, country->country);
    self->buyer = care_postal_address_lines(&country->buyer, country->country);
    self->invoice.sheet = country->sheet;
    self->invoice.shop.name = country->shop;
    self->invoice.shop.tagline = NULL;
    self->invoice.shop.address = (const char *const *)self->seller;
    self->invoice.shop.country = country->country;
    self->invoice.shop.phone = self->invoice.shop.contact_phone = country->phone;
    self->invoice.shop.iban = country->iban;
    self->invoice.shop.vat_id = strcmp(country->country, "DE") == 0 ? self->invoice.shop.vat_id : NULL;
    self->invoice.shop.bic = self->invoice.shop.bank = NULL;
    self->invoice.buyer = (CareAddressee){ country->buyer.recipient, (const char *const *)self->buyer,
                                           .country = country->country };
    self->invoice.title = country->title;
    self->invoice.subject = self->invoice.agreement = self->invoice.terms = NULL;
    self->invoice.supplied = self->invoice.issued;
    self->invoice.currency = country->currency;
    self->invoice.tax_name = country->tax_name;
    self->invoice.lines = sample_lines[position];
    self->invoice.n_lines = 2;
    self->invoice.taxes = &sample_taxes[position];
    self->invoice.n_taxes = 1;
    self->invoice.payment_code = NULL;
    fill_money(&self->invoice, position);
}

void
country_sample_clear(CountrySample *self)
{
    g_clear_pointer(&self->seller, g_strfreev);
    g_clear_pointer(&self->buyer, g_strfreev);
}
