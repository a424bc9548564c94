/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/shop-setting.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/seen.h"
#include "model/tax-preset.h"
#include "store/setting.h"

static const char *const prices[] = { "gross", "net", NULL };
static const char *const sizes[] = { "a4", "letter", NULL };
static const char *const switches[] = { "true", "false", NULL };

static const struct {
    const char *key;
    CareSettingCheck check;
    const char *const *words; /* the only ones; NULL: any text that passes */
} settings[] = {
    { CARE_SETTING_SHOP_NAME, NULL, NULL },
    { CARE_SETTING_SHOP_TAGLINE, NULL, NULL },
    { CARE_SETTING_SHOP_STREET, NULL, NULL },
    { CARE_SETTING_SHOP_POSTCODE, NULL, NULL },
    { CARE_SETTING_SHOP_LOCALITY, NULL, NULL },
    { CARE_SETTING_SHOP_REGION, NULL, NULL },
    { CARE_SETTING_SHOP_PHONE, NULL, NULL },
    { CARE_SETTING_SHOP_EMAIL, NULL, NULL },
    { CARE_SETTING_SHOP_WEBSITE, NULL, NULL },
    { CARE_SETTING_SHOP_VAT_ID, care_setting_check_vat_number, NULL },
    { CARE_SETTING_SHOP_TAX_NUMBER, NULL, NULL },
    { CARE_SETTING_SHOP_IBAN, care_setting_check_account, NULL },
    { CARE_SETTING_SHOP_BIC, care_setting_check_bic, NULL },
    { CARE_SETTING_SHOP_BANK, NULL, NULL },
    { CARE_SETTING_THANKS, NULL, NULL },
    { CARE_SETTING_PAPER_SIZE, NULL, sizes },
    { CARE_SETTING_REGION, NULL, NULL }, /* its words are the countries there are presets for */
    { CARE_SETTING_CURRENCY, care_setting_check_currency, NULL },
    { CARE_SETTING_TAX_RATE, care_setting_check_percent, NULL },
    { CARE_SETTING_TERMS_DAYS, care_setting_check_count, NULL },
    { CARE_SETTING_WARRANTY_MONTHS, care_setting_check_count, NULL },
    { CARE_SETTING_PRICES, NULL, prices },
    { CARE_SETTING_SMALL_BUSINESS, NULL, switches },
    { CARE_SETTING_OPENING_HOURS, care_setting_check_hours, NULL },
    { CARE_SETTING_HOLIDAYS, care_setting_check_holidays, NULL },
    { CARE_SETTING_ANSWER_HOURS, care_setting_check_count, NULL },
};

const char *const *
care_shop_setting_keys(void)
{
    static const char *keys[G_N_ELEMENTS(settings) + 1];

    for (gsize i = 0; i < G_N_ELEMENTS(settings); i++)
        keys[i] = settings[i].key;
    return keys;
}

static gboolean
refuse_key(const char *key, GError **error)
{
    g_autofree char *allowed = g_strjoinv(", ", (char **)care_shop_setting_keys());

    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                _("There is no setting “%s”. Nothing was changed; use one of: %s."), key, allowed);
    return FALSE;
}

static gboolean
check_word(const char *key, const char *text, const char *const *words, GError **error)
{
    g_autofree char *allowed = NULL;

    if (g_strv_contains(words, text))
        return TRUE;
    allowed = g_strjoinv(", ", (char **)words);
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("“%s” must be one of: %s. Nothing was changed."), key,
                allowed);
    return FALSE;
}

/* Of several lines are the words below an invoice; what is read by its words may have been set apart by lines and tabs. */
static gboolean
has_control(const char *key, const char *text, CareSettingCheck check)
{
    gboolean lines = check != NULL || strcmp(key, CARE_SETTING_THANKS) == 0;

    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_iscntrl(g_utf8_get_char(text)) && (!lines || *text != '\n')
            && (check == NULL || *text != '\t'))
            return TRUE;
    return FALSE;
}

static gboolean
refuse_value(const char *key, const char *wrong, GError **error)
{
    /* Translators: a setting, and what it needs: "needs a whole number" */
    g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT, _("%s: %s. Nothing was changed."), key, wrong);
    return FALSE;
}

static gboolean
check_text(const char *key, const char *text, CareSettingCheck check, char **tidy, GError **error)
{
    g_autofree char *wrong = NULL;

    if (!g_utf8_validate(text, -1, NULL)) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("“%s” is not readable text (UTF-8). Nothing was changed."), key);
        return FALSE;
    }
    if (has_control(key, text, check)) {
        g_set_error(error, CARE_ERROR, CARE_ERROR_INPUT,
                    _("“%s” is one line, and this has a line break or another sign that cannot be seen. "
                      "Nothing was changed."),
                    key);
        return FALSE;
    }
    wrong = check != NULL ? check(text, tidy) : NULL;
    if (wrong == NULL)
        return TRUE;
    g_clear_pointer(tidy, g_free);
    return refuse_value(key, wrong, error);
}

gboolean
care_shop_setting_check(const char *key, const char *text, char **tidy, GError **error)
{
    *tidy = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
        const char *const *words
            = strcmp(key, CARE_SETTING_REGION) == 0 ? care_tax_preset_regions() : settings[i].words;

        if (strcmp(settings[i].key, key) != 0)
            continue;
        if (text == NULL || *text == '\0')
            return TRUE;
        if (words != NULL ? !check_word(key, text, words, error)
                          : !check_text(key, text, settings[i].check, tidy, error))
            return FALSE;
        if (*tidy == NULL)
            *tidy = g_strstrip(g_strdup(text));
        return TRUE;
    }
    return refuse_key(key, error);
}

gboolean
care_shop_setting_check_entry(const char *key, const char *text, char **tidy, GError **error)
{
    g_autofree char *wrong = NULL;

    if (!care_shop_setting_check(key, text, tidy, error))
        return FALSE;
    if (text == NULL || *text == '\0')
        return TRUE;
    g_clear_pointer(tidy, g_free);
    if (!care_text_is_seen(text))
        wrong = g_strdup(_("needs something that can be seen"));
    else if (strcmp(key, CARE_SETTING_SHOP_IBAN) == 0)
        wrong = care_setting_check_iban(text, tidy);
    else if (strcmp(key, CARE_SETTING_SHOP_EMAIL) == 0)
        wrong = care_setting_check_email(text, tidy);
    else if (strcmp(key, CARE_SETTING_TAX_RATE) == 0)
        wrong = care_setting_check_rate(text, tidy);
    return wrong == NULL ? *tidy != NULL || care_shop_setting_check(key, text, tidy, error)
                         : refuse_value(key, wrong, error);
}

/* What a shop in that country starts with; everything can be changed afterwards. */
static gboolean
take_preset(CareTransaction *transaction, GError **error)
{
    g_autofree char *region = NULL;

    if (!care_setting_find(care_transaction_connection(transaction), CARE_SETTING_REGION, &region, error))
        return FALSE;
    for (const char *const *key = care_settings_of_country(); *key != NULL; key++) {
        g_autofree char *value = care_setting_of_country(region, *key);

        if (value != NULL && !care_transaction_set_setting(transaction, *key, value, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
care_shop_setting_write(CareTransaction *transaction, const char *key, const char *text, GError **error)
{
    return care_transaction_set_setting(transaction, key, text, error)
           && (strcmp(key, CARE_SETTING_REGION) != 0 || take_preset(transaction, error));
}
