/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/bill/bill.h"

G_BEGIN_DECLS

typedef struct {
    char *kind;     /* "standard", "middle", "reduced" or "zero" */
    char *category; /* of EN 16931 */
    CareDecimal percent;
} CareTaxRate;

/*
 * CareTaxPreset: what a shop in a country starts with: taxes, the words of its papers, how long it keeps them, its
 * holidays. Read from data/tax-presets, where each value names its source; copied into the shop's settings once, where
 * everything can be changed. A plain structure that owns what it points at.
 */
typedef struct {
    char *region;   /* ISO 3166 */
    char *currency; /* ISO 4217 */
    CarePrices prices;
    CareMoney cash_rounding; /* 0: none */
    char *tax_name;          /* "USt." */
    char *tax_id_name;       /* "USt-IdNr." */
    gboolean sales_tax;      /* its tax is none on value added: the shop's own place has the rate */
    GPtrArray *rates;        /* of CareTaxRate, the usual one first; empty where the shop says its own */
    char *small_category;    /* of a shop too small for VAT */
    char *small_reason;      /* the words its invoices must bear */
    char *small_code;        /* VATEX code, or NULL */
    CareMoney small_limit_previous_year; /* turnover up to which a shop is that small */
    CareMoney small_limit_this_year;
    CareMoney simplified_limit; /* gross, up to which an invoice needs no address of the buyer (Art. 226b);
                                    G_MAXINT64: at no amount and in no currency */
    gboolean small_simplified;  /* a small shop needs it at no amount */
    char *seller_number; /* which its invoices bear: "vat-id", "any": a tax number will do; or "none" */
    char *small_business_number; /* the same of a small shop; or "none" */
    char *sheet;                 /* what its papers are printed on: "a4" or "letter" */
    char *invoice_title;
    char *credit_note_title;
    int keep_invoices; /* years after the end of the calendar year */
    int keep_books;
    int keep_letters;
    char *holidays; /* for care_holidays_parse() */
} CareTaxPreset;

const char *const *care_tax_preset_regions(void);
CareTaxPreset *care_tax_preset_load(const char *region, GError **error);
CareTaxPreset *care_tax_preset_parse(const char *region, GBytes *key_file, GError **error);
void care_tax_preset_free(CareTaxPreset *self);
const char *care_tax_rate_label(const CareTaxRate *rate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CareTaxPreset, care_tax_preset_free)

G_END_DECLS
