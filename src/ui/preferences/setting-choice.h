/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Rows that are one setting of the shop each, chosen and not typed, so that nothing in them can be wrong. They are saved
 * at once, a number when it rests; what was refused goes back. They follow the store. Main thread. */

/* on, off: what is stored; off may be NULL, which is the default. */
GtkWidget *care_setting_switch_row_new(CareStore *store, const char *key, const char *title,
                                       const char *subtitle, const char *on, const char *off);
/* words and titles: as many, ended by NULL. A setting that is none of them is offered as well. */
GtkWidget *care_setting_choice_row_new(CareStore *store, const char *key, const char *title,
                                       const char *const *words, const char *const *titles);
/* The same of a row that is there already, and has no model yet. */
void care_setting_choice_row_bind(AdwComboRow *row, CareStore *store, const char *key, const char *title,
                                  const char *const *words, const char *const *titles);
/* A whole number from 0 to 9999, with its unit: "14 days", transfer full. */
typedef char *(*CareNumberInWords)(guint number);
GtkWidget *care_setting_number_row_new(CareStore *store, const char *key, const char *title,
                                       CareNumberInWords in_words);

G_END_DECLS
