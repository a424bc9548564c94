/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The days on which the shop is closed whatever its opening hours, which are one setting of it: those of its country, each
 * with a check, and days of its own. Each change is saved at once. Follows the store. Main thread. */
#define CARE_TYPE_HOLIDAYS_PAGE (care_holidays_page_get_type())
G_DECLARE_FINAL_TYPE(CareHolidaysPage, care_holidays_page, CARE, HOLIDAYS_PAGE, AdwNavigationPage)

CareHolidaysPage *care_holidays_page_new(CareContext *context);

G_END_DECLS
