/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* The shop's settings: details on the letterhead and rules. Everything of the machine (window size …) is in
 * GSettings instead. Values are text; unknown keys read as NULL, known ones as their default. */
#define CARE_SETTING_SHOP_NAME "shop-name"
#define CARE_SETTING_SHOP_TAGLINE "shop-tagline"
#define CARE_SETTING_SHOP_STREET "shop-street"
#define CARE_SETTING_SHOP_POSTCODE "shop-postcode"
#define CARE_SETTING_SHOP_LOCALITY "shop-locality"
#define CARE_SETTING_SHOP_REGION "shop-region" /* the state, where addresses name one */
#define CARE_SETTING_SHOP_PHONE "shop-phone"
#define CARE_SETTING_SHOP_EMAIL "shop-email"
#define CARE_SETTING_SHOP_WEBSITE "shop-website"
#define CARE_SETTING_SHOP_VAT_ID "shop-vat-id"
#define CARE_SETTING_SHOP_TAX_NUMBER "shop-tax-number"
#define CARE_SETTING_SHOP_IBAN "shop-iban"
#define CARE_SETTING_SHOP_BIC "shop-bic"
#define CARE_SETTING_SHOP_BANK "shop-bank"
#define CARE_SETTING_SHOP_LOGO "shop-logo"             /* sha256 of a PNG in files/ */
#define CARE_SETTING_REGION "region"                   /* ISO 3166; default DE */
#define CARE_SETTING_CURRENCY "currency"               /* ISO 4217; default by region */
#define CARE_SETTING_PRICES "prices"                   /* gross or net; default by region */
#define CARE_SETTING_TAX_RATE "tax-rate"               /* default by region */
#define CARE_SETTING_SMALL_BUSINESS "small-business"   /* "true": exempt, no VAT */
#define CARE_SETTING_TERMS_DAYS "terms-days"           /* default 14 */
#define CARE_SETTING_WARRANTY_MONTHS "warranty-months" /* default 12 */
#define CARE_SETTING_OPENING_HOURS "opening-hours" /* see model/shop-hours.h; default Mo-Fr 9-18, Sa 9-13 */
#define CARE_SETTING_HOLIDAYS "holidays"           /* see model/holidays.h; default by region */
#define CARE_SETTING_ANSWER_HOURS "answer-hours"   /* first answer within so many shop hours; default 8 */
#define CARE_SETTING_THANKS "invoice-thanks"
#define CARE_SETTING_PAPER_SIZE "paper-size" /* "a4" or "letter"; default by region */
#define CARE_SETTING_ACTOR "actor"           /* staff id of the person at the counter */
#define CARE_SETTING_LAST_DAY_RUN "last-day-run"
#define CARE_SETTING_BACKUP_DIR "backup-dir"
#define CARE_SETTING_BACKUP_ENCRYPTED                                                                        \
    "backup-encrypted" /* "true": the daily one; its password is in the keyring */
#define CARE_SETTING_LAST_BACKUP "last-backup"
#define CARE_SETTING_LAST_BACKUP_PLACE "last-backup-place" /* the path of its file */
#define CARE_SETTING_FIRST_RUN_DONE "first-run-done"
#define CARE_SETTING_DEFAULT_PLANS "default-plans" /* "true": the plans that a shop begins with were given */
#define CARE_SETTING_DEFAULT_TEXTS "default-texts" /* and the texts */
#define CARE_SETTING_SORT_ORDER "sort-order"       /* of the sort keys; see store/sort-keys.h */
#define CARE_SETTING_SORT_REBUILD "sort-rebuild"   /* how far making them anew has got */
#define CARE_SETTING_DIGITS_REGION "digits-region" /* of the digits of phones; see store/phone-digits.h */
#define CARE_SETTING_DIGITS_REBUILD "digits-rebuild" /* how far making them anew has got */
/* The place in the chain of issued documents from which on its head is kept beside the database. */
#define CARE_SETTING_CHAIN_HEAD "chain-head"
/* When the backup was taken of which this shop was restored, or that it is of an export without its documents, while nobody
 * has said which number was the last. */
#define CARE_SETTING_RESTORED "restored"
#define CARE_RESTORED_OF_EXPORT "export"
/* The oldest schema that its rows were entered under; not set: 1. See store/migrate.h. */
#define CARE_SETTING_BEGAN "began"
#define CARE_SETTING_LAST_PURGE "last-purge"       /* the day when what is due for good was last looked for */
#define CARE_SETTING_PURGE_LEFT "purge-left"       /* what of that day is not done; see exchange/purge */
#define CARE_SETTING_PURGE_RHYTHM "purge-rhythm"   /* days that lay between the last two such days */
#define CARE_SETTING_PURGE_BACK "purge-back"       /* the last one before the clock went back */
#define CARE_SETTING_DAY_CONFIRMED "day-confirmed" /* somebody has said that it is really this day */
#define CARE_SETTING_SCHEMA_OBJECTS "schema-objects" /* checksum of the text of its views and triggers */

/* Settings of this one database and where it is kept; an archive of the shop neither holds nor brings them. */
gboolean care_setting_is_of_database(const char *key);
/* Whether the program writes one of that key, besides those that an owner changes (service/shop-setting.h). */
gboolean care_setting_is_known(const char *key);

/* The settings that a country brings along: those of money and taxes, its paper and its holidays. Static, ends with NULL. */
const char *const *care_settings_of_country(void);
/* What one of them is in that country, and is while the shop says nothing else. Transfer full; NULL where nothing is known. */
char *care_setting_of_country(const char *region, const char *key);
/* What one that is not set reads as in this shop; NULL: nothing. Transfer full. */
char *care_setting_default(CareConnection *connection, const char *key);
/* For what is only shown, or has a sensible default: one that cannot be read is one that is not set. Transfer full,
 * nullable. */
char *care_setting_read(CareConnection *connection, const char *key);
/* For what is decided by it: FALSE where it cannot be read. *value: transfer full, nullable; NULL on an error. */
gboolean care_setting_find(CareConnection *connection, const char *key, char **value, GError **error);
/* The values of n keys, each transfer full and nullable, by one statement. On an error none is set. */
gboolean care_settings_read(CareConnection *connection, const char *const *keys, guint n, char **values,
                            GError **error);
/* Whether all of them can be read, so that what care_setting_read() says of any is so within this transaction. */
gboolean care_settings_check(CareConnection *connection, GError **error);
gboolean care_setting_write(CareConnection *connection, const char *key, const char *value, GError **error);

G_END_DECLS
