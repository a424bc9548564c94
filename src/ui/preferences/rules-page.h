/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The rules that the shop works by: its country, money and time. */
AdwPreferencesPage *care_rules_page_new(AdwPreferencesDialog *dialog, CareContext *context);
/* What a setting that is typed there is called; NULL for another key. Static, translated. */
const char *care_rules_page_title(const char *key);

G_END_DECLS
