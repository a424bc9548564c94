/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* The settings that an owner changes: in Preferences and by `aftercare-cli setting`. */

/* A sentence about what is wrong with a text, to follow the setting's name, transfer full; NULL if it is fine. It may put
 * a tidier text into *tidy. */
typedef char *(*CareSettingCheck)(const char *text, char **tidy);

/* As it is entered; care_setting_check_account(), care_setting_check_vat_number() and care_setting_check_percent(), a plain
 * number as files and the command line write it, as it may stand. */
char *care_setting_check_iban(const char *text, char **tidy);
char *care_setting_check_account(const char *text, char **tidy);
char *care_setting_check_bic(const char *text, char **tidy);
char *care_setting_check_email(const char *text, char **tidy);
char *care_setting_check_count(const char *text, char **tidy);
char *care_setting_check_rate(const char *text, char **tidy);
char *care_setting_check_percent(const char *text, char **tidy);
char *care_setting_check_currency(const char *text, char **tidy);
char *care_setting_check_hours(const char *text, char **tidy);
char *care_setting_check_vat_number(const char *text, char **tidy);
char *care_setting_check_vat_entry(const char *text, char **tidy);
char *care_setting_check_holidays(const char *text, char **tidy);

/* Their keys, in the order of Preferences; ends with NULL. Static. */
const char *const *care_shop_setting_keys(void);
/* Whether the key is one of them and the text one that it may have ("" and NULL: none, which is the default); *tidy is
 * how it is stored. CARE_ERROR_INPUT with a sentence that names what is allowed. */
gboolean care_shop_setting_check(const char *key, const char *text, char **tidy, GError **error);
/* What is wrong with a text that somebody enters now for a key that there is, to follow the setting's name; NULL: nothing, and
 * *tidy (nullable) is a tidier one. By rules that came later than some shops, too: there is something to see in it, it is no
 * longer than papers have room for, and an account is as long as its country has them. Both transfer full. */
char *care_shop_setting_look(const char *key, const char *text, char **tidy);
/* What is to be said of one that stands, and that a program before this one took, or somebody wrote, but no door of today does;
 * without a full stop. NULL: nothing. Transfer full. */
char *care_shop_setting_say_odd(const char *key, const char *value);
/* care_shop_setting_check() and care_shop_setting_look(). */
gboolean care_shop_setting_check_entry(const char *key, const char *text, char **tidy, GError **error);
/* Writes it as it is; choosing a country sets its currency, taxes, paper and holidays as well. Worker thread. */
gboolean care_shop_setting_write(CareTransaction *transaction, const char *key, const char *text,
                                 GError **error);

/* The same where the shop still has what somebody was shown who sets it: known are its values, of char * (NULL: none, and no
 * default), that they saw or have set themselves since. CARE_ERROR_CONFLICT, naming the other one, where it has another,
 * unless that is the same as text. Worker thread. */
gboolean care_shop_setting_save(CareTransaction *transaction, const char *key, const char *text,
                                GPtrArray *known, GError **error);

G_END_DECLS
