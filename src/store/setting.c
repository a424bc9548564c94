/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/setting.h"

#include <string.h>

#include "core/currency.h"
#include "model/tax-preset.h"
#include "store/named-query.h"

static const struct {
    const char *key;
    const char *value;
} defaults[] = {
    { CARE_SETTING_REGION, "DE" },      { CARE_SETTING_CURRENCY, CARE_CURRENCY_DEFAULT },
    { CARE_SETTING_PRICES, "gross" },   { CARE_SETTING_TAX_RATE, "19" },
    { CARE_SETTING_TERMS_DAYS, "14" },  { CARE_SETTING_WARRANTY_MONTHS, "12" },
    { CARE_SETTING_PAPER_SIZE, "a4" }, /* as in the country that is the default */
    { CARE_SETTING_ANSWER_HOURS, "8" }, { CARE_SETTING_OPENING_HOURS, "Mo-Fr 09:00-18:00; Sa 09:00-13:00" },
};

static char *
default_of(const char *key)
{
    for (gsize i = 0; i < G_N_ELEMENTS(defaults); i++)
        if (strcmp(defaults[i].key, key) == 0)
            return g_strdup(defaults[i].value);
    return NULL;
}

/* Where each town has its own, the shop's is asked of nobody else, and another country's must not stay. */
static char *
first_rate(const CareTaxPreset *preset)
{
    return preset->rates->len > 0 ? care_decimal_to_string(((CareTaxRate *)preset->rates->pdata[0])->percent)
                                  : g_strdup("0");
}

char *
care_setting_of_country(const char *region, const char *key)
{
    g_autoptr(CareTaxPreset) preset = care_tax_preset_load(region, NULL);

    if (preset == NULL)
        return NULL;
    if (strcmp(key, CARE_SETTING_CURRENCY) == 0)
        return g_strdup(preset->currency);
    if (strcmp(key, CARE_SETTING_PRICES) == 0)
        return g_strdup(preset->prices == CARE_PRICES_NET ? "net" : "gross");
    if (strcmp(key, CARE_SETTING_TAX_RATE) == 0)
        return first_rate(preset);
    if (strcmp(key, CARE_SETTING_PAPER_SIZE) == 0)
        return g_strdup(preset->sheet);
    return strcmp(key, CARE_SETTING_HOLIDAYS) == 0 ? g_strdup(preset->holidays) : NULL;
}

const char *const *
care_settings_of_country(void)
{
    static const char *const keys[] = { CARE_SETTING_CURRENCY,   CARE_SETTING_PRICES,   CARE_SETTING_TAX_RATE,
                                        CARE_SETTING_PAPER_SIZE, CARE_SETTING_HOLIDAYS, NULL };

    return keys;
}

/* The shop's country says it. Where the shop has not said which that is, and nothing stands for it, the one that is meant. */
char *
care_setting_default(CareConnection *connection, const char *key)
{
    g_autofree char *region = NULL;
    char *value = NULL;

    if (!g_strv_contains(care_settings_of_country(), key))
        return default_of(key);
    region = care_query_text(connection, "store/setting", NULL, "s", CARE_SETTING_REGION);
    value = region != NULL ? care_setting_of_country(region, key) : NULL;
    if (value == NULL)
        value = default_of(key);
    if (value == NULL && region == NULL)
        region = default_of(CARE_SETTING_REGION);
    return value != NULL ? value : care_setting_of_country(region, key);
}

gboolean
care_setting_is_of_database(const char *key)
{
    static const char *const keys[] = { CARE_SETTING_SORT_ORDER,        CARE_SETTING_SORT_REBUILD,
                                        CARE_SETTING_DIGITS_REGION,     CARE_SETTING_DIGITS_REBUILD,
                                        CARE_SETTING_LAST_BACKUP,       CARE_SETTING_BACKUP_DIR,
                                        CARE_SETTING_CHAIN_HEAD,        CARE_SETTING_SCHEMA_OBJECTS,
                                        CARE_SETTING_RESTORED,          CARE_SETTING_BEGAN,
                                        CARE_SETTING_DAY_CONFIRMED,     CARE_SETTING_LAST_PURGE,
                                        CARE_SETTING_PURGE_LEFT,        CARE_SETTING_PURGE_RHYTHM,
                                        CARE_SETTING_PURGE_BACK,        CARE_SETTING_BACKUP_ENCRYPTED,
                                        CARE_SETTING_LAST_BACKUP_PLACE, NULL };

    return g_strv_contains(keys, key);
}

gboolean
care_setting_is_known(const char *key)
{
    static const char *const keys[] = { CARE_SETTING_SHOP_LOGO,
                                        CARE_SETTING_ACTOR,
                                        CARE_SETTING_LAST_DAY_RUN,
                                        CARE_SETTING_FIRST_RUN_DONE,
                                        CARE_SETTING_DEFAULT_PLANS,
                                        CARE_SETTING_DEFAULT_TEXTS,
                                        NULL };

    return care_setting_is_of_database(key) || g_strv_contains(keys, key);
}

char *
care_setting_read(CareConnection *connection, const char *key)
{
    char *value = care_query_text(connection, "store/setting", NULL, "s", key);

    return value != NULL ? value : care_setting_default(connection, key);
}

gboolean
care_setting_find(CareConnection *connection, const char *key, char **value, GError **error)
{
    g_autoptr(GError) local = NULL;
    char *found = care_query_text(connection, "store/setting", &local, "s", key);

    *value = NULL;
    if (local != NULL) {
        g_propagate_error(error, g_steal_pointer(&local));
        return FALSE;
    }
    *value = found != NULL ? found : care_setting_default(connection, key);
    return TRUE;
}

static int
index_of(const char *const *keys, guint n, const char *key)
{
    for (guint i = 0; i < n; i++)
        if (g_strcmp0(keys[i], key) == 0) /* a damaged row has no key */
            return (int)i;
    return -1;
}

typedef struct {
    const char *const *keys;
    guint n;
    char **values;
} Wanted;

static gboolean
take_value(CareStatement *row, gpointer data, GError **error)
{
    const Wanted *wanted = data;
    int i = index_of(wanted->keys, wanted->n, care_statement_text(row, 0));

    if (i >= 0)
        wanted->values[i] = g_strdup(care_statement_text(row, 1));
    return TRUE;
}

gboolean
care_settings_read(CareConnection *connection, const char *const *keys, guint n, char **values,
                   GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection, "SELECT key, value FROM setting", error);
    Wanted wanted = { keys, n, values };
    gboolean read;

    if (statement == NULL)
        return FALSE;
    memset(values, 0, sizeof *values * n);
    read = care_statement_each(statement, take_value, &wanted, error);
    for (guint i = 0; i < n; i++)
        if (!read)
            g_clear_pointer(&values[i], g_free);
        else if (values[i] == NULL)
            values[i] = care_setting_default(connection, keys[i]);
    return read;
}

static gboolean
take_counts(CareStatement *row, gpointer fits, GError **error)
{
    *(gboolean *)fits = care_statement_int(row, 0) == care_statement_int(row, 1);
    return FALSE;
}

/* The rows, and the index by which they are found. */
gboolean
care_settings_check(CareConnection *connection, GError **error)
{
    g_autoptr(CareStatement) statement
        = care_connection_prepare(connection,
                                  "SELECT (SELECT count(value) FROM setting NOT INDEXED), (SELECT count(*) "
                                  "FROM setting WHERE key > '')",
                                  error);
    gboolean fits = FALSE;

    if (statement == NULL || !care_statement_each(statement, take_counts, &fits, error))
        return FALSE;
    if (!fits)
        care_set_error_from_sqlite(error, NULL, SQLITE_CORRUPT);
    return fits;
}

/** care_setting_write: sets a setting; NULL takes it back to its default. Within a transaction. */
gboolean
care_setting_write(CareConnection *connection, const char *key, const char *value, GError **error)
{
    g_autoptr(CareStatement) statement = care_connection_prepare(
        connection,
        value == NULL
            ? "DELETE FROM setting WHERE key = ?1"
            : "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
        error);

    if (statement == NULL)
        return FALSE;
    care_statement_bind(statement, 1, key);
    if (value != NULL)
        care_statement_bind(statement, 2, value);
    return care_statement_run(statement, error);
}
