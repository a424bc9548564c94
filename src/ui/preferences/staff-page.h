/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* The page of the preferences that lists who works here, opens and adds them, and follows the store. */
AdwPreferencesPage *care_staff_page_new(AdwPreferencesDialog *dialog, CareContext *context);

G_END_DECLS
