/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/rules-page.h"

#include <glib/gi18n-lib.h>

#include "document/country.h"
#include "model/tax-preset.h"
#include "store/draft.h"
#include "store/setting.h"
#include "ui/preferences/currency-row.h"
#include "ui/preferences/holidays-row.h"
#include "ui/preferences/hours-group.h"
#include "ui/preferences/region-row.h"
#include "ui/preferences/setting-choice.h"
#include "ui/preferences/setting-row.h"
#include "ui/preferences/setting-typed.h"

static AdwPreferencesGroup *
add_group(AdwPreferencesPage *page, const char *title)
{
    GtkWidget *group = adw_preferences_group_new();

    adw_preferences_group_set_title(ADW_PREFERENCES_GROUP(group), title);
    adw_preferences_page_add(page, ADW_PREFERENCES_GROUP(group));
    return ADW_PREFERENCES_GROUP(group);
}

#define TAX_RATE_TITLE N_("Usual Tax Rate in Percent")

const char *
care_rules_page_title(const char *key)
{
    if (g_str_equal(key, CARE_SETTING_OPENING_HOURS))
        return _("Opening Hours");
    return g_str_equal(key, CARE_SETTING_TAX_RATE) ? _(TAX_RATE_TITLE) : NULL;
}

/* What made no sense while these were typed, which they no longer are, is nothing to continue. */
static void
forget_typed(CareStore *store)
{
    static const char *const keys[]
        = { CARE_SETTING_CURRENCY, CARE_SETTING_TERMS_DAYS, CARE_SETTING_WARRANTY_MONTHS,
            CARE_SETTING_HOLIDAYS, CARE_SETTING_ANSWER_HOURS };

    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autofree char *draft = g_strconcat(CARE_SETTING_DRAFT, keys[i], NULL);

        care_draft_drop(store, draft);
    }
}

static GtkWidget *
region_row_new(CareStore *store)
{
    g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func(g_free);
    const char *const *regions = care_tax_preset_regions();

    for (guint i = 0; regions[i] != NULL; i++)
        g_ptr_array_add(titles, care_country_name(regions[i]));
    g_ptr_array_add(titles, NULL);
    return care_setting_choice_row_new(store, CARE_SETTING_REGION, _("Country"), regions,
                                       (const char *const *)titles->pdata);
}

static char *
days(guint n)
{
    return g_strdup_printf(ngettext("%u day", "%u days", n), n);
}

static char *
months(guint n)
{
    return g_strdup_printf(ngettext("%u month", "%u months", n), n);
}

static char *
opening_hours(guint n)
{
    return g_strdup_printf(ngettext("%u opening hour", "%u opening hours", n), n);
}

static void
show_small_business(GtkWidget *row, const CareTaxPreset *preset)
{
    gboolean sales_tax = preset != NULL && preset->sales_tax;

    adw_preferences_row_set_title(ADW_PREFERENCES_ROW(row),
                                  sales_tax ? _("No Sales Tax") : _("Small Business Without VAT"));
    adw_action_row_set_subtitle(ADW_ACTION_ROW(row),
                                sales_tax ? _("Invoices charge none and say so")
                                          : _("Invoices show no VAT and state the legal reason"));
}

static void
add_money(AdwPreferencesPage *page, CareStore *store, CareClock *clock)
{
    AdwPreferencesGroup *group = add_group(page, _("Money"));

    adw_preferences_group_add(group, care_currency_row_new(store, care_clock_now(clock)));
    adw_preferences_group_add(group,
                              care_setting_entry_row_new(store, CARE_SETTING_TAX_RATE, _(TAX_RATE_TITLE)));
    adw_preferences_group_add(
        group, care_setting_switch_row_new(store, CARE_SETTING_PRICES, _("Prices Include Tax"),
                                           _("What you agree on and bill from now on"), "gross", "net"));
    adw_preferences_group_add(
        group,
        care_region_row_follow(care_setting_switch_row_new(store, CARE_SETTING_SMALL_BUSINESS,
                                                           _("Small Business Without VAT"), "", "true", NULL),
                               store, show_small_business));
    adw_preferences_group_add(
        group, care_setting_number_row_new(store, CARE_SETTING_TERMS_DAYS, _("Time to Pay"), days));
    adw_preferences_group_add(
        group, care_setting_number_row_new(store, CARE_SETTING_WARRANTY_MONTHS, _("Warranty"), months));
}

static void
add_time(AdwPreferencesPage *page, AdwPreferencesDialog *dialog, CareContext *context)
{
    CareStore *store = care_context_get_store(context);
    AdwPreferencesGroup *group = add_group(page, _("Holidays and Deadlines"));

    adw_preferences_group_add(group, care_holidays_row_new(dialog, context));
    adw_preferences_group_add(group, care_setting_number_row_new(store, CARE_SETTING_ANSWER_HOURS,
                                                                 _("First Answer Within"), opening_hours));
}

AdwPreferencesPage *
care_rules_page_new(AdwPreferencesDialog *dialog, CareContext *context)
{
    CareStore *store = care_context_get_store(context);
    AdwPreferencesPage *page = g_object_new(ADW_TYPE_PREFERENCES_PAGE, "title", _("Rules"), "icon-name",
                                            "care-receipt-symbolic", NULL);
    AdwPreferencesGroup *region = add_group(page, "");

    forget_typed(store);
    adw_preferences_group_set_description(
        region, _("Choosing a country sets its currency, taxes, paper and holidays."));
    adw_preferences_group_add(region, region_row_new(store));
    add_money(page, store, care_context_get_clock(context));
    adw_preferences_page_add(page, care_hours_group_new(store));
    add_time(page, dialog, context);
    return page;
}
