/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Rows that are one setting of the shop each. What is typed is saved as soon as it makes sense and the typing rests,
 * and when the row goes; what makes none is said in the row's title and not saved. They follow the store. Main
 * thread. */

/* A sentence about what is wrong with a text, transfer full; NULL if it is fine. It may put a tidier text into *tidy. */
typedef char *(*CareSettingCheck)(const char *text, char **tidy);

GtkWidget *care_setting_entry_row_new(CareStore *store, const char *key, const char *title,
                                      CareSettingCheck check);
GtkWidget *care_setting_switch_row_new(CareStore *store, const char *key, const char *title,
                                       const char *subtitle);
/* words and titles: as many, words ended by NULL. */
GtkWidget *care_setting_choice_row_new(CareStore *store, const char *key, const char *title,
                                       const char *const *words, const char *const *titles);
/* Saves and does not wait. */
void care_setting_save(CareStore *store, const char *key, const char *value);

char *care_setting_check_iban(const char *text, char **tidy);
char *care_setting_check_bic(const char *text, char **tidy);
char *care_setting_check_count(const char *text, char **tidy);
char *care_setting_check_rate(const char *text, char **tidy);
char *care_setting_check_currency(const char *text, char **tidy);
char *care_setting_check_hours(const char *text, char **tidy);
char *care_setting_check_holidays(const char *text, char **tidy);

G_END_DECLS
