/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tax-preset.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/errors.h"
#include "model/holidays.h"

/* Made from data/tax-presets; asked for by name, since a static library drops what nothing refers to. */
extern GResource *care_tax_presets_get_resource(void);

#define RATE_GROUP "Rate "

static void
rate_free(gpointer data)
{
    CareTaxRate *self = data;

    g_free(self->kind);
    g_free(self->category);
    g_free(self);
}

void
care_tax_preset_free(CareTaxPreset *self)
{
    if (self == NULL)
        return;
    g_free(self->region);
    g_free(self->currency);
    g_free(self->tax_name);
    g_free(self->tax_id_name);
    g_ptr_array_unref(self->rates);
    g_free(self->small_category);
    g_free(self->small_reason);
    g_free(self->small_code);
    g_free(self->seller_number);
    g_free(self->small_business_number);
    g_free(self->sheet);
    g_free(self->invoice_title);
    g_free(self->credit_note_title);
    g_free(self->holidays);
    g_free(self);
}

/* The countries there is a preset for. Static, ends with NULL. */
const char *const *
care_tax_preset_regions(void)
{
    static const char *const regions[] = { "AT", "CH", "DE", "FR", "GB", "NL", "US", NULL };

    return regions;
}

/* What a rate is called in lists. Translated; static. */
const char *
care_tax_rate_label(const CareTaxRate *rate)
{
    if (strcmp(rate->kind, "standard") == 0)
        return C_("VAT rate", "Standard");
    if (strcmp(rate->kind, "middle") == 0)
        return C_("VAT rate", "Middle");
    if (strcmp(rate->kind, "reduced") == 0)
        return C_("VAT rate", "Reduced");
    return C_("VAT rate", "Zero");
}

static gboolean
read_money(GKeyFile *file, const char *group, const char *key, const char *currency, CareMoney *out,
           GError **error)
{
    g_autofree char *text = g_key_file_get_string(file, group, key, error);

    return text != NULL && care_money_parse(text, currency, out, error);
}

static gboolean
read_shop(CareTaxPreset *self, GKeyFile *file, GError **error)
{
    g_autofree char *prices = NULL;

    self->currency = g_key_file_get_string(file, "Shop", "Currency", error);
    if (self->currency == NULL)
        return FALSE;
    self->tax_name = g_key_file_get_string(file, "Shop", "TaxName", error);
    if (self->tax_name == NULL)
        return FALSE;
    self->tax_id_name = g_key_file_get_string(file, "Shop", "TaxIdName", error);
    if (self->tax_id_name == NULL)
        return FALSE;
    prices = g_key_file_get_string(file, "Shop", "Prices", error);
    if (prices == NULL)
        return FALSE;
    self->prices = strcmp(prices, "gross") == 0 ? CARE_PRICES_GROSS : CARE_PRICES_NET;
    self->sales_tax = g_key_file_get_boolean(file, "Shop", "SalesTax", NULL);
    return !g_key_file_has_key(file, "Shop", "CashRounding", NULL)
           || read_money(file, "Shop", "CashRounding", self->currency, &self->cash_rounding, error);
}

static gboolean
read_rate(CareTaxPreset *self, GKeyFile *file, const char *group, GError **error)
{
    g_autofree char *percent = g_key_file_get_string(file, group, "Percent", error);
    CareTaxRate *rate = NULL;
    CareDecimal value;

    if (percent == NULL || !care_decimal_parse(percent, &value, error))
        return FALSE;
    rate = g_new0(CareTaxRate, 1);
    rate->kind = g_strdup(group + strlen(RATE_GROUP));
    rate->percent = value;
    rate->category = g_key_file_get_string(file, group, "Category", error);
    g_ptr_array_add(self->rates, rate);
    return rate->category != NULL;
}

static gboolean
read_rates(CareTaxPreset *self, GKeyFile *file, GError **error)
{
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);

    for (char **group = groups; *group != NULL; group++)
        if (g_str_has_prefix(*group, RATE_GROUP) && !read_rate(self, file, *group, error))
            return FALSE;
    if (self->rates->len > 0 || self->sales_tax)
        return TRUE;
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("The tax preset %s has no rates."), self->region);
    return FALSE;
}

static gboolean
read_small_business(CareTaxPreset *self, GKeyFile *file, GError **error)
{
    static const char group[] = "SmallBusiness";

    self->small_category = g_key_file_get_string(file, group, "Category", error);
    if (self->small_category == NULL)
        return FALSE;
    self->small_reason = g_key_file_get_string(file, group, "Reason", error);
    if (self->small_reason == NULL)
        return FALSE;
    self->small_code = g_key_file_get_string(file, group, "Code", NULL);
    return read_money(file, group, "LimitPreviousYear", self->currency, &self->small_limit_previous_year,
                      error)
           && read_money(file, group, "LimitThisYear", self->currency, &self->small_limit_this_year, error);
}

static gboolean
read_years(GKeyFile *file, const char *key, int *years, GError **error)
{
    GError *local = NULL;

    *years = g_key_file_get_integer(file, "Keep", key, &local);
    if (local == NULL && *years > 0)
        return TRUE;
    if (local == NULL)
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("A tax preset keeps %s for less than a year."),
                    key);
    else
        g_propagate_error(error, local);
    return FALSE;
}

static gboolean
read_paper_rules(CareTaxPreset *self, GKeyFile *file, GError **error)
{
    self->seller_number = g_key_file_get_string(file, "Paper", "SellerNumber", error);
    if (self->seller_number == NULL)
        return FALSE;
    self->small_business_number = g_key_file_get_string(file, "Paper", "SmallBusinessNumber", error);
    self->small_simplified = g_key_file_get_boolean(file, "Paper", "SmallBusinessSimplified", NULL);
    self->sheet = g_key_file_get_string(file, "Paper", "Sheet", NULL);
    if (self->sheet == NULL)
        self->sheet = g_strdup("a4");
    self->simplified_limit = G_MAXINT64;
    return self->small_business_number != NULL
           && (!g_key_file_has_key(file, "Paper", "SimplifiedLimit", NULL)
               || read_money(file, "Paper", "SimplifiedLimit", self->currency, &self->simplified_limit,
                             error));
}

static gboolean
read_papers(CareTaxPreset *self, GKeyFile *file, GError **error)
{
    if (!read_paper_rules(self, file, error))
        return FALSE;
    self->invoice_title = g_key_file_get_string(file, "Words", "Invoice", error);
    if (self->invoice_title == NULL)
        return FALSE;
    self->credit_note_title = g_key_file_get_string(file, "Words", "CreditNote", error);
    if (self->credit_note_title == NULL)
        return FALSE;
    return read_years(file, "Invoices", &self->keep_invoices, error)
           && read_years(file, "Books", &self->keep_books, error)
           && read_years(file, "Letters", &self->keep_letters, error);
}

static gboolean
read_holidays(CareTaxPreset *self, GKeyFile *file, GError **error)
{
    g_autoptr(CareHolidays) holidays = NULL;

    self->holidays = g_key_file_get_string(file, "Holidays", "Rules", error);
    if (self->holidays == NULL)
        return FALSE;
    holidays = care_holidays_parse(self->holidays, error);
    return holidays != NULL;
}

/* Reads a preset from the bytes of a key file; every value must be there and make sense. Free with
 * care_tax_preset_free(). */
CareTaxPreset *
care_tax_preset_parse(const char *region, GBytes *key_file, GError **error)
{
    g_autoptr(CareTaxPreset) self = g_new0(CareTaxPreset, 1);
    g_autoptr(GKeyFile) file = g_key_file_new();

    self->region = g_strdup(region);
    self->rates = g_ptr_array_new_with_free_func(rate_free);
    if (!g_key_file_load_from_bytes(file, key_file, G_KEY_FILE_NONE, error) || !read_shop(self, file, error)
        || !read_rates(self, file, error) || !read_small_business(self, file, error)
        || !read_papers(self, file, error) || !read_holidays(self, file, error))
        return NULL;
    return g_steal_pointer(&self);
}

/* The preset of a country (ISO 3166). NULL with CARE_ERROR_NOT_FOUND where there is none. */
CareTaxPreset *
care_tax_preset_load(const char *region, GError **error)
{
    g_autofree char *path = g_strdup_printf("/com/example/Aftercare/tax-presets/%s.ini", region);
    g_autoptr(GBytes) bytes = NULL;

    if (region != NULL && g_strv_contains(care_tax_preset_regions(), region))
        bytes = g_resource_lookup_data(care_tax_presets_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                       NULL);
    if (bytes == NULL) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                    _("There are no tax settings for %s yet. Enter the rates by hand."),
                    region != NULL ? region : "?");
        return NULL;
    }
    return care_tax_preset_parse(region, bytes, error);
}
