/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What stands on the shop's papers. */
AdwPreferencesPage *care_shop_page_new(AdwPreferencesDialog *dialog, CareContext *context);
/* What a setting that is typed there is called; NULL for another key. Static, translated. */
const char *care_shop_page_title(const char *key);

G_END_DECLS
