/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/shop-setting.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Rows that are one setting of the shop each, typed. What is typed is saved as soon as it makes sense and the typing
 * rests, and when the row goes; what makes none is said in the row's title and, when the dialog is left, in the window,
 * and is not saved but kept: it stands in the row again, as does what could not be saved. They follow the store. Main
 * thread. */

GtkWidget *care_setting_entry_row_new(CareStore *store, const char *key, const char *title);
/* Makes any row known as that of a setting. */
void care_setting_row_mark(GtkWidget *row, const char *key);
/* The same, and calls it so. title: no markup. */
void care_setting_row_name(GtkWidget *row, const char *key, const char *title);
/* The row of a setting somewhere below, or NULL. Transfer none. */
GtkWidget *care_setting_row_find(GtkWidget *below, const char *key);

G_END_DECLS
