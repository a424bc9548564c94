/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What stands on the shop's papers, and the rules it works by. */
AdwPreferencesPage *care_shop_page_new(AdwPreferencesDialog *dialog, CareContext *context);
AdwPreferencesPage *care_rules_page_new(AdwPreferencesDialog *dialog, CareContext *context);

G_END_DECLS
