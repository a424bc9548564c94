/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/currency-row.h"

#include <glib/gi18n-lib.h>

#include "core/currency.h"
#include "document/currency-name.h"
#include "store/setting.h"
#include "ui/kit/combo-row.h"
#include "ui/preferences/setting-choice.h"

#define MILLISECONDS 1000.0

/* Of the countries that there are presets for, and what half the world's trade is in. */
static const char *const most_used[] = { "EUR", "GBP", "CHF", "USD", NULL };

typedef struct {
    char *code;
    char *title;
    char *key; /* by which titles sort */
} Offer;

static void
offer_free(gpointer data)
{
    Offer *self = data;

    g_free(self->code);
    g_free(self->title);
    g_free(self->key);
    g_free(self);
}

static void
add_offer(GPtrArray *offers, const char *code)
{
    Offer *offer = g_new0(Offer, 1);
    g_autofree char *name = care_currency_name(code);

    offer->code = g_strdup(code);
    /* Translators: a currency's name and its code: "Swiss Franc (CHF)" */
    offer->title = g_strdup_printf(_("%s (%s)"), name, code);
    offer->key = g_utf8_collate_key(offer->title, -1);
    g_ptr_array_add(offers, offer);
}

static int
compare_offers(gconstpointer a, gconstpointer b)
{
    const Offer *const *one = a, *const *other = b;

    return g_strcmp0((*one)->key, (*other)->key);
}

/* The one the shop has is among them, whatever it is. */
static GPtrArray *
make_offers(CareStore *store, CareInstant now)
{
    g_autoptr(GPtrArray) offers = g_ptr_array_new_with_free_func(offer_free);
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    g_autofree char *own = care_store_setting(store, CARE_SETTING_CURRENCY);
    g_auto(GStrv) codes = care_currency_codes();

    for (guint i = 0; most_used[i] != NULL; i++)
        add_offer(offers, most_used[i]);
    if (own != NULL && !care_currency_is_known(own))
        add_offer(offers, own);
    for (guint i = 0; codes[i] != NULL; i++)
        if (!g_strv_contains(most_used, codes[i])
            && (g_strcmp0(codes[i], own) == 0
                || care_currency_is_current(codes[i], (double)now * MILLISECONDS)))
            add_offer(others, codes[i]);
    g_ptr_array_sort(others, compare_offers);
    g_ptr_array_extend_and_steal(offers, g_steal_pointer(&others));
    return g_steal_pointer(&offers);
}

static void
let_search(AdwComboRow *row)
{
    g_autoptr(GtkExpression) string = gtk_property_expression_new(GTK_TYPE_STRING_OBJECT, NULL, "string");

    adw_combo_row_set_expression(row, string);
    adw_combo_row_set_search_match_mode(row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
    adw_combo_row_set_enable_search(row, TRUE);
}

GtkWidget *
care_currency_row_new(CareStore *store, CareInstant now)
{
    g_autoptr(GPtrArray) offers = make_offers(store, now);
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    g_autoptr(GPtrArray) titles = g_ptr_array_new();
    GtkWidget *row = care_combo_row_new();

    for (guint i = 0; i < offers->len; i++) {
        const Offer *offer = offers->pdata[i];

        g_ptr_array_add(codes, offer->code);
        g_ptr_array_add(titles, offer->title);
    }
    g_ptr_array_add(codes, NULL);
    g_ptr_array_add(titles, NULL);
    adw_combo_row_set_use_subtitle(ADW_COMBO_ROW(row), TRUE); /* which it looks at when it gets its model */
    let_search(ADW_COMBO_ROW(row));
    care_setting_choice_row_bind(ADW_COMBO_ROW(row), store, CARE_SETTING_CURRENCY, _("Currency"),
                                 (const char *const *)codes->pdata, (const char *const *)titles->pdata);
    return row;
}
