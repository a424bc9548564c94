/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "service/shop-setting.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/errors.h"
#include "core/isolate.h"
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

/* Of several lines are the words below an invoice; what is read by its words may have been set apart by lines and tabs. A
 * VAT ID is kept as it was typed, and stands on one line of every invoice. */
static gboolean
has_control(const char *key, const char *text, CareSettingCheck check)
{
    gboolean words = check != NULL && check != care_setting_check_vat_number;
    gboolean lines = words || strcmp(key, CARE_SETTING_THANKS) == 0;

    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_iscntrl(g_utf8_get_char(text)) && (!lines || *text != '\n')
            && (!words || *text != '\t'))
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

/* In letters. What is laid out on papers and shown in rows; hours and holidays of a whole life fit. */
#define MOST_OF_A_LINE 200
#define MOST_OF_A_NUMBER 32
#define MOST_OF_RULES 5000

/* A number of a tax office is none of a bank, which has a rule of its own. */
static glong
most_letters(const char *key)
{
    static const char *const numbers[]
        = { CARE_SETTING_SHOP_VAT_ID, CARE_SETTING_SHOP_TAX_NUMBER, CARE_SETTING_SHOP_POSTCODE, NULL };
    static const char *const rules[]
        = { CARE_SETTING_OPENING_HOURS, CARE_SETTING_HOLIDAYS, CARE_SETTING_THANKS, NULL };

    return g_strv_contains(numbers, key) ? MOST_OF_A_NUMBER
           : g_strv_contains(rules, key) ? MOST_OF_RULES
                                         : MOST_OF_A_LINE;
}

/* NULL where it is not. */
static char *
too_long(const char *key, const char *text)
{
    glong most = most_letters(key);

    if (g_utf8_strlen(text, -1) <= most)
        return NULL;
    return g_strdup_printf(
        ngettext("is too long: %ld letter at most", "is too long: %ld letters at most", (gulong)most), most);
}

/* Rules that came later than some shops; then that of the key. */
static CareSettingCheck
entry_check(const char *key)
{
    if (strcmp(key, CARE_SETTING_SHOP_IBAN) == 0)
        return care_setting_check_iban;
    if (strcmp(key, CARE_SETTING_SHOP_EMAIL) == 0)
        return care_setting_check_email;
    if (strcmp(key, CARE_SETTING_SHOP_VAT_ID) == 0)
        return care_setting_check_vat_entry;
    if (strcmp(key, CARE_SETTING_TAX_RATE) == 0)
        return care_setting_check_rate;
    for (gsize i = 0; i < G_N_ELEMENTS(settings); i++)
        if (strcmp(settings[i].key, key) == 0)
            return settings[i].check;
    return NULL;
}

char *
care_shop_setting_look(const char *key, const char *text, char **tidy)
{
    CareSettingCheck check = entry_check(key);
    char *wrong = NULL;

    *tidy = NULL;
    if (text == NULL || *text == '\0')
        return NULL;
    wrong = too_long(key, text);
    if (wrong == NULL && !care_text_is_seen(text))
        wrong = g_strdup(_("needs something that can be seen"));
    if (wrong == NULL && check != NULL)
        wrong = check(text, tidy);
    if (wrong != NULL)
        g_clear_pointer(tidy, g_free);
    return wrong;
}

char *
care_shop_setting_say_odd(const char *key, const char *value)
{
    g_autofree char *tidy = NULL;
    g_autofree char *wrong = care_shop_setting_look(key, value, &tidy);

    if (wrong == NULL)
        return NULL;
    if (strcmp(key, CARE_SETTING_TAX_RATE) == 0)
        return g_strdup(_("The usual tax rate has more than four decimals, and no invoice can be "
                          "written with it"));
    /* Translators: a setting and what is wrong: "begins with the letters of no country" */
    return g_strdup_printf(_("The setting “%s” would not be taken today: %s"), key, wrong);
}

/* Before its rule, which would speak of the first letter that it does not know. */
static gboolean
check_length(const char *key, const char *text, GError **error)
{
    for (gsize i = 0; text != NULL && i < G_N_ELEMENTS(settings); i++) {
        g_autofree char *wrong = NULL;

        if (strcmp(settings[i].key, key) != 0 || !g_utf8_validate(text, -1, NULL))
            continue;
        wrong = too_long(key, text);
        return wrong == NULL || refuse_value(key, wrong, error);
    }
    return TRUE;
}

gboolean
care_shop_setting_check_entry(const char *key, const char *text, char **tidy, GError **error)
{
    g_autofree char *wrong = NULL;
    g_autofree char *tidier = NULL;

    if (!check_length(key, text, error) || !care_shop_setting_check(key, text, tidy, error))
        return FALSE;
    wrong = care_shop_setting_look(key, text, &tidier);
    if (wrong != NULL) {
        g_clear_pointer(tidy, g_free);
        return refuse_value(key, wrong, error);
    }
    if (tidier != NULL)
        g_set_str(tidy, tidier);
    return TRUE;
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

static gboolean
refuse_other(const char *other, GError **error)
{
    g_autofree char *shown = care_isolate(other);

    if (other == NULL)
        g_set_error_literal(error, CARE_ERROR, CARE_ERROR_CONFLICT,
                            _("It was emptied elsewhere meanwhile. Nothing was changed; set it again if what "
                              "you have counts."));
    else
        g_set_error(error, CARE_ERROR, CARE_ERROR_CONFLICT,
                    /* Translators: %s is what another program has set a setting to */
                    _("It was set to “%s” elsewhere meanwhile. Nothing was changed; set it again if what you "
                      "have counts."),
                    shown);
    return FALSE;
}

static gboolean
is_known(GPtrArray *known, const char *value)
{
    for (guint i = 0; i < known->len; i++)
        if (g_strcmp0(known->pdata[i], value) == 0)
            return TRUE;
    return FALSE;
}

gboolean
care_shop_setting_save(CareTransaction *transaction, const char *key, const char *text, GPtrArray *known,
                       GError **error)
{
    g_autofree char *now = NULL;
    g_autofree char *wanted
        = text != NULL ? g_strdup(text) : care_setting_default(care_transaction_connection(transaction), key);

    if (!care_setting_find(care_transaction_connection(transaction), key, &now, error))
        return FALSE;
    if (g_strcmp0(now, wanted) != 0 && !is_known(known, now))
        return refuse_other(now, error);
    return care_shop_setting_write(transaction, key, text, error);
}
