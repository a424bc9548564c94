/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/csv-table-kind.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange/import/csv-headers.h"
#include "exchange/import/word-list.h"

/* Lists that programs export beside their customers. strong: a list of people hardly has it; weak: it may. A title above
 * the table ("INVOICES") is strong too. */
static const struct {
    const char *sentence;
    const char *titles;
    const char *strong; /* separated by | */
    const char *weak;
} kinds[] = {
    { N_("This looks like a list of invoices, not of customers. Nothing was taken over."),
      "invoices|recurring invoices|rechnungen|factures|facturas|fatture",
      "invoice number|invoice no|invoice nr|invoice id|invoice|invoice date|invoice status|invoice "
      "total|invoice "
      "amount|invoice due date|due date|date due|amount due|balance due|po number|paid to "
      "date|frequency|partial due "
      "date|frequency|rechnungsnummer|rechnung nr|rechnungsdatum|rechnungsbetrag|fallig am|falligkeit|numero "
      "de "
      "facture|"
      "date de facture|fecha de factura|numero de factura|numero fattura|data "
      "fattura|factuurnummer|factuurdatum|"
      "faktura nr|numer faktury|fakturanummer",
      "amount|total|balance|status|tax|date|discount|currency|betrag|summe|subtotal|item|quantity|"
      "frequency" },
    { N_("This looks like a list of quotes, not of customers. Nothing was taken over."),
      "quotes|estimates|angebote",
      "quote number|quote date|quote id|quote|estimate number|estimate date|estimate id|valid until|expiry "
      "date|angebotsnummer|angebotsdatum",
      "amount|total|status|tax|date|discount" },
    { N_("This looks like a list of orders, not of customers. Nothing was taken over."),
      "orders|bestellungen",
      "order number|order id|order date|order status|order total|financial status|fulfillment "
      "status|fulfilled at|"
      "lineitem name|lineitem quantity|lineitem price|lineitem sku|lineitem fulfillment status|shipping "
      "method|paid at|cancelled at|bestellnummer|auftragsnummer|bestelldatum",
      "subtotal|total|taxes|shipping|discount code|discount amount|payment method|currency|source|quantity" },
    { N_("This looks like a list of payments, not of customers. Nothing was taken over."),
      "payments|transactions|zahlungen|expenses|ausgaben",
      "payee|payer|payment date|payment amount|payment id|payment type|transaction id|transaction "
      "date|transaction "
      "reference|transaction description|transaction line description|transaction type|debit|credit|debit "
      "amount|credit amount|buchungstag|valuta|verwendungszweck|soll|haben|expense date|expense category|"
      "expense|vendor|merchant|bill number|should be invoiced",
      "amount|date|category|reference|method|balance|description|betrag|currency|account|transaction" },
    { N_("This looks like a list of products, not of customers. Nothing was taken over."),
      "products|items|articles|artikel",
      "product|product name|product key|product id|item|item name|item code|sku|barcode|ean|upc|unit "
      "price|purchase "
      "price|sale price|selling price|stock|in stock|stock quantity|stock level|artikel|artikelnummer|"
      "artikelbezeichnung|einzelpreis|verkaufspreis|bestand|lagerbestand|producto|produit|prodotto|variant "
      "sku",
      "cost|price|quantity|qty|preis|menge|unit|vat rate|tax "
      "rate|brand|notes|precio|prix|prezzo|description" },
    { N_("This looks like a list of tasks, not of customers. Nothing was taken over."),
      "tasks|aufgaben|time entries",
      "task|task name|task id|start time|end time|duration|assigned "
      "to|assignee|hours|time log",
      "project|due date|start date|end date|status|description|completed|priority|date|rate" },
    { N_("This looks like a list of repairs or events, not of customers. Nothing was taken over."),
      "jobs|repairs|tickets|events|reparaturen",
      "event date|event id|event name|problem|repair status|repair barrier|repair barrier if end of "
      "life|diagnosis|"
      "fault|ticket|ticket number|ticket id|job number|job id|work order|product category|product age|year "
      "of "
      "manufacture|group identifier|partner product id|imei|serial number|device|device type|technician",
      "product|brand|model|status|group|id|serial|received|finished|data provider|priority" },
};

gboolean
care_csv_table_knows(const char *header)
{
    g_autofree char *normal = care_csv_header_normalise(header);

    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (care_word_list_has(kinds[i].strong, normal) || care_word_list_has(kinds[i].weak, normal))
            return TRUE;
    return FALSE;
}

static guint
count_marks(const char *const *headers, const char *title, gsize kind)
{
    g_autofree char *above = care_csv_header_normalise(title != NULL ? title : "");
    guint marks = care_word_list_has(kinds[kind].titles, above) ? 4 : 0;

    for (; *headers != NULL; headers++) {
        g_autofree char *normal = care_csv_header_normalise(*headers);

        marks += care_word_list_has(kinds[kind].strong, normal)
                     ? 2
                     : care_word_list_has(kinds[kind].weak, normal);
    }
    return marks;
}

const char *
care_csv_table_kind(const char *const *headers, const char *title, guint people)
{
    const char *sentence = NULL;
    guint most = MAX(3, people);

    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        guint marks = count_marks(headers, title, i);

        if (marks > most) {
            most = marks;
            sentence = _(kinds[i].sentence);
        }
    }
    return sentence;
}

const char *
care_csv_table_ledger(const char *const *headers)
{
    static const char accounts[]
        = "account|account name|accounts|account title|ledger account|gl account|konto|"
          "kontoname|kontobezeichnung|compte|nom du compte|cuenta|nombre de la cuenta|conto";
    static const char sums[]
        = "amount|balance|total|debit|credit|date|account type|account code|account number|"
          "opening balance|closing balance|betrag|saldo|soll|haben|datum|kontoart|montant|solde|"
          "importe|fecha|importo|data";
    gboolean account = FALSE, sum = FALSE;

    for (; *headers != NULL; headers++) {
        g_autofree char *normal = care_csv_header_normalise(*headers);

        account = account || care_word_list_has(accounts, normal);
        sum = sum || care_word_list_has(sums, normal);
    }
    return account && sum ? _("This looks like a list of accounts, not of customers. Nothing was taken over.")
                          : NULL;
}
