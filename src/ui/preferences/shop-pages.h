/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What stands on the shop's papers, and the rules it works by. */
AdwPreferencesPage *care_shop_page_new(AdwPreferencesDialog *dialog, CareContext *context);
AdwPreferencesPage *care_rules_page_new(AdwPreferencesDialog *dialog, CareContext *context);

/* The page that has the row of a setting, as care_preferences_dialog_present() calls it. */
const char *care_shop_pages_find(const char *key);

/* What a setting of theirs is called; NULL for another key. Static, translated. */
const char *care_shop_pages_title(const char *key);

G_END_DECLS
